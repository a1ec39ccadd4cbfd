import type { EventDefinition } from '../../../shared/declare/event'
import { readSamples } from '../../bodies/bodies'
import { sampleFiles } from '../../bodies/samples'
import type { Json, SegmentCall } from '../../runtime'
import { type Result, simulate } from '../../runtime/simulation'
import { UserError } from '../../system/errors'
import { createTable } from '../postgres'
import { type Table, warehouseOf } from '../warehouse'

/** A sample body, and its result. */
export interface SampleRun extends Result {
  readonly body: string
}

/** An example of an event: a body and its results. */
export interface EventExample {
  readonly body: string
  readonly calls: readonly SegmentCall[]
  /** The event's own table in a warehouse. */
  readonly table: Table
  /** The statement that creates it. */
  readonly createTable: string
  /** The names of its track call's properties. */
  readonly properties: readonly string[]
}

/** Runs all samples of a directory and returns each with its outcome. */
export async function runSamples(code: string, directory: string): Promise<SampleRun[]> {
  const samples = readSamples(sampleFiles(directory))
  const requests = samples.map(({ file, text }) => ({ file, body: text }))
  const runs: SampleRun[] = []
  for await (const result of simulate({ code, settings: {}, note: () => undefined }, requests)) {
    const { text: body = '' } = samples[runs.length] ?? {}
    runs.push({ ...result, body })
  }
  return runs
}

/**
 * Picks the sample of an event that gives the most properties without a warning.
 * @throws UserError when none gives a single track call without warnings.
 */
export function exampleOf(event: EventDefinition, runs: readonly SampleRun[]): EventExample {
  const [best] = runs
    .filter((run) => isPlain(run, event))
    .sort((one, other) => propertiesOf(other).length - propertiesOf(one).length)
  const table = warehouseOf(best?.calls ?? []).tables.at(-1)
  if (best === undefined || table === undefined) {
    throw new UserError(
      `the documents need a sample of ${event.name} in test/webhooks that gives one event and no warning`,
    )
  }
  const calls = best.calls.map(withoutVersion)
  return { body: best.body, calls, table, createTable: createTable(table), properties: propertiesOf(best) }
}

function isPlain({ status, calls, warnings }: Result, { name }: EventDefinition): boolean {
  const [track, ...others] = tracksOf(calls)
  return status === 'ok' && warnings.length === 0 && track?.event === name && others.length === 0
}

function propertiesOf({ calls }: Result): string[] {
  return tracksOf(calls).flatMap(({ properties }) => namesOf(properties))
}

function tracksOf(calls: readonly SegmentCall[]): SegmentCall[] {
  return calls.filter(({ type }) => type === 'track')
}

function namesOf(value: Json | undefined): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

/** The documents do not change with every release. */
function withoutVersion(call: SegmentCall): SegmentCall {
  return JSON.parse(JSON.stringify(call), (key, value) => (key === 'version' ? '…' : value))
}
