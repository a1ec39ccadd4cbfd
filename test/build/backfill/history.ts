import { Readable } from 'node:stream'
import { noCounts } from '../../../build/backfill/counts'
import { systemDisk } from '../../../build/backfill/disk'
import { type FunctionRun, startFunction } from '../../../build/backfill/function-run'
import { openInputs } from '../../../build/backfill/input'
import type { Job } from '../../../build/backfill/run'
import { buildFunction } from '../../../build/bundle/built-function'
import type { SegmentCall } from '../../../build/runtime'

/** A clock that nobody waits for. */
export const noWait = { now: () => 0, sleep: async () => undefined, firstDelayMs: 0 }

/** The built function, running once for all tests of a file, and once for each body. */
export function useFunction(): () => Pick<FunctionRun, 'make'> {
  let running: FunctionRun
  const made = new Map<string, ReturnType<FunctionRun['make']>>()
  const make = (body: string) => {
    const known = made.get(body) ?? running.make(body)
    made.set(body, known)
    return known
  }
  beforeAll(async () => {
    const { code } = await buildFunction()
    running = startFunction({ code, settings: {} }, (body) => ({ body }))
  })
  afterAll(() => running.close())
  return () => ({ make })
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
export function jobOf(names: readonly string[], world: Pick<Job, 'functionRun' | 'delivery'> & Partial<Job>): Job {
  const inputs = openInputs(names, Readable.from([]))
  return {
    inputs,
    rejectedFiles: names.map((name) => `${name}.rejected.ndjson`),
    checkpointFile: `${names[0]}.checkpoint.json`,
    identity: { to: 'a test' },
    selection: { period: { since: undefined, until: undefined }, shard: undefined },
    rate: 1000,
    concurrency: 4,
    isStrict: false,
    counts: noCounts(inputs.map(({ size }) => size)),
    disk: systemDisk,
    time: noWait,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...world,
  }
}
