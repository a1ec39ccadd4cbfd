import { Readable } from 'node:stream'
import type { BodyResult, HistoryRules } from '../../../build/backfill/body-result'
import { createBodyRun } from '../../../build/backfill/body-run'
import { noCounts } from '../../../build/backfill/counts'
import { systemDisk } from '../../../build/backfill/disk'
import type { FunctionPool } from '../../../build/backfill/function-pool'
import type { Job } from '../../../build/backfill/run'
import { openInputs } from '../../../build/bodies/input'
import type { Item } from '../../../build/bodies/item'
import { bundle } from '../../../build/bundle/bundle'
import { unconfigured } from '../../../build/config/config'
import type { SegmentCall } from '../../../build/runtime'
import type { Time } from '../../../build/system/time'

/** A clock that nobody waits for. It moves on by what is slept. */
export function noWait(): Time {
  let elapsed = 0
  const sleep = async (ms: number) => {
    elapsed += ms
  }
  return { now: () => 0, elapsed: () => elapsed, sleep, firstDelayMs: 0 }
}

/** Everything is sent, as the function made it. */
export const allOfIt: HistoryRules = {
  period: { since: undefined, until: undefined },
  shard: undefined,
  identify: 'all',
  sendsUndated: true,
  integrations: undefined,
}

/** The built function, in this thread, which runs each body once for each set of rules. */
export function useFunction(): (rules?: Partial<HistoryRules>) => FunctionPool {
  let code = ''
  const known = new Map<string, Promise<BodyResult>>()
  beforeAll(async () => {
    code = (await bundle({ config: unconfigured })).code
  })
  return (rules = {}) => {
    const run = createBodyRun({ code, settings: {}, request: {}, rules: { ...allOfIt, ...rules } })
    const make = (item: Item) => {
      const key = JSON.stringify([item, rules])
      const result = known.get(key) ?? run(item)
      known.set(key, result)
      return result
    }
    const inOrder = async (items: readonly Item[]) => {
      const all: BodyResult[] = []
      for (const item of items) all.push(await make(item))
      return all
    }
    return { threads: 1, run: inOrder, close: async () => undefined }
  }
}

/** The calls that a body gives, as they are sent. */
export async function callsOf(pool: FunctionPool, bodies: readonly string[]): Promise<SegmentCall[]> {
  const results = await pool.run(bodies.map((text, index) => ({ line: index + 1, text })))
  return results.flatMap(({ calls }) => calls.map(({ json }) => JSON.parse(String(json))))
}

/** A body of a guest of this number, who has no account before line 100. */
export function bodyOf(line: number, guests = 20): object {
  const guest = line % guests
  return {
    event: 'Check-In',
    eventId: `event-${line}`,
    timestamp: new Date(Date.UTC(2024, 0, 1) + line * 60_000).toISOString(),
    printedCardNumber: `${600_000_000 + guest}`,
    ...(line >= 100 && { accountId: 5000 + guest }),
    storeCode: `${line}`,
  }
}

/** What tells a guest in every call: the card. */
export function cardOf({ properties, traits }: SegmentCall): string {
  const fields = { ...(typeof properties === 'object' && properties), ...(typeof traits === 'object' && traits) }
  return 'printed_card_number' in fields ? String(fields.printed_card_number) : 'none'
}

/** A job on these files, without limits by default. */
export function jobOf(
  names: readonly string[],
  world: Pick<Job, 'functionPool' | 'delivery' | 'checkpoint'> & Partial<Job>,
): Job {
  const inputs = world.inputs ?? openInputs(names, Readable.from([]))
  return {
    inputs,
    rejectedFiles: names.map((name) => `${name}.rejected.ndjson`),
    checkpointFile: `${names[0]}.checkpoint.json`,
    rate: 1000,
    concurrency: 4,
    isStrict: false,
    counts: noCounts(inputs.map(({ size }) => size)),
    disk: systemDisk,
    time: noWait(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...world,
  }
}
