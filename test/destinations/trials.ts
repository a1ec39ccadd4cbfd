import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../../build/bundle/bundle'
import { projectPlaces } from '../../build/cli/command'
import { unconfigured } from '../../build/config/config'
import type { Destination } from '../../build/destinations/destination'
import { type Runner, startRunner } from '../../build/destinations/runner/runner'
import type { Fired } from '../../build/destinations/runner/trial'
import { tryCalls } from '../../build/destinations/try-calls'
import { createRuntime, type SegmentCall } from '../../build/runtime'

/** What judges here, by its name and version as they are installed. */
export const judge = ['action-destinations', 'actions-core'].map(nameAndVersion).join(' and ')

function nameAndVersion(name: string): string {
  const file = path.join(projectPlaces.destinations, 'node_modules', '@segment', name, 'package.json')
  return `@segment/${name} ${JSON.parse(readFileSync(file, 'utf8')).version}`
}

/** Far from the time of every body, so that it is found wherever it is sent. */
export const receivedAt = '2031-12-24T01:02:03.000Z'

/** A call of a body, and what a destination made of it. */
export interface Tried {
  /** The name of the body's file, without `.json`. */
  readonly body: string
  readonly call: SegmentCall
  readonly fired: readonly Fired[]
  readonly error: string | null
}

/** The calls of each body, with orders. */
export async function callsOf(directory: string): Promise<readonly Pick<Tried, 'body' | 'call'>[]> {
  const { code } = await bundle({ config: unconfigured })
  const runtime = createRuntime(code, { settings: { orders: 'track' }, rules: { deduplication: false } })
  const calls: Pick<Tried, 'body' | 'call'>[] = []
  for (const file of bodiesIn(directory)) {
    const receipt = await runtime.receive({ body: readFileSync(path.join(directory, file), 'utf8') })
    calls.push(...receipt.calls.map((call) => ({ body: file.replace(/\.json$/, ''), call: unversioned(call) })))
  }
  await runtime.close()
  return calls
}

/** The project's version is in every call, and no release changes what a tool makes of it. */
function unversioned(call: SegmentCall): SegmentCall {
  const text = JSON.stringify(call).replace(/("library":\{[^}]*"version":)"[^"]*"/, '$1"…"')
  return JSON.parse(text) // a call as it was, save for one text
}

function bodiesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('.expected.json'))
    .sort()
}

/** The runner of a test file. */
export function useRunner(): () => Runner {
  let runner: Runner | undefined
  beforeAll(async () => {
    runner = await startRunner(projectPlaces.destinations)
  })
  afterAll(() => runner?.close())
  return () => {
    if (runner === undefined) throw new Error('the runner starts before the first test')
    return runner
  }
}

/** What a destination makes of calls. */
export async function triedBy(
  runner: Runner,
  destination: Destination,
  calls: readonly Pick<Tried, 'body' | 'call'>[],
): Promise<readonly Tried[]> {
  const attempt = await tryCalls(runner, destination, calls, { mode: 'ready', receivedAt, tellsLost: false })
  return attempt.calls.map(({ outcome, ...one }) => ({ ...one, fired: outcome.fired, error: outcome.error }))
}
