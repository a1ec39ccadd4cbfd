import { existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { HistoryRules } from '../../../build/backfill/body-result'
import { type Checkpoint, resume } from '../../../build/backfill/checkpoint'
import { type Job, runBackfill } from '../../../build/backfill/run'
import { openInputs } from '../../../build/bodies/input'
import type { SegmentCall } from '../../../build/runtime'
import { createDelivery } from '../../../build/tracking-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { file } from '../../temporary-files'
import { bodyOf, jobOf, noWait, useFunction } from './history'

let files = 0

/** What differs from a run of everything. */
export interface Run extends Partial<Job> {
  readonly identity?: Checkpoint['run']
  readonly rules?: Partial<HistoryRules>
  readonly stdin?: Readable
}

/** Gives each test a server, and runs of files to it by the built function. */
export function useRuns() {
  const functionPool = useFunction()
  const tracking = useTrackingApi()
  return {
    functionPool,
    tracking,
    /** Runs files to their end, and gives the counts. */
    async run(names: readonly string[], { identity = { to: 'a test' }, rules, stdin, ...world }: Run = {}) {
      const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait() })
      const inputs = openInputs(names, stdin ?? Readable.from([]))
      const checkpointFile = world.checkpointFile ?? `${names[0]}.checkpoint.json`
      const checkpoint = await resume(checkpointFile, inputs, identity)
      const job = jobOf(names, { functionPool: functionPool(rules), delivery, checkpoint, inputs, ...world })
      await runBackfill(job)
      return job.counts
    },
    /** The lines that Segment has, by their store code, which is the number of the body. */
    delivered(calls: readonly SegmentCall[] = tracking().accepted): number[] {
      const codes = calls.filter(({ type }) => type === 'track').map(({ properties }) => Object(properties).store_code)
      return codes.map(Number).sort((one, other) => one - other)
    },
    /** One call a body, so that none can be done by half. */
    tracksOnly: { rules: { identify: 'none' } } as const,
  }
}

/** A file of these lines; a body of that number in the place of a number. */
export function history(lines: readonly (number | string)[], end = '\n'): string {
  return file(`run-${files++}.ndjson`, `${lines.map(textOf).join('\n')}${end}`)
}

export function textOf(line: number | string): string {
  return typeof line === 'string' ? line : JSON.stringify(bodyOf(line))
}

/** The entries of a rejected file. */
export function rejected(name: string): object[] {
  if (!existsSync(`${name}.rejected.ndjson`)) return []
  return readFileSync(`${name}.rejected.ndjson`, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
