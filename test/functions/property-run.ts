import { bundle } from '../../build/bundle/bundle'
import type { Runtime } from '../../build/runtime'
import { type Outcome, type Request, runBundle, runSources, runtimeOf } from '../outcome'
import { installSegmentGlobals } from '../segment-globals'

export type Run = (request: Request) => Promise<Outcome>
export type Config = Parameters<typeof bundle>[0]['config']
export type Members = { [key: string]: unknown }

/** A call as it goes over the wire. */
export interface SentCall {
  readonly type: 'identify' | 'track'
  readonly messageId: string
  readonly event?: string
  readonly properties?: Members
  readonly traits?: Members
  readonly context: { readonly traits?: Members }
}

const alone: Config = { eventAliases: {}, mappings: {} }
/** The spellings in which a name is the same: snake_case, camelCase, PascalCase and lower case. */
export const styles = [snake, camel, pascal, lower]

/** Runs a request through the sources and through the built script, which must agree. To be called once in a file. */
export function bothWays(): Run {
  const recorded = installSegmentGlobals()
  const runBuilt = builtWith(alone)
  return async (request) => {
    const outcome = await runBuilt(request)
    expect(await runSources(request, recorded)).toEqual(outcome)
    return outcome
  }
}

/** Runs a request through the script built with a configuration, which the sources cannot have. */
export function builtWith(config: Config): Run {
  let runtime: Runtime | undefined
  beforeAll(async () => {
    runtime = runtimeOf((await bundle({ config })).code)
  })
  afterAll(async () => runtime?.close())
  return async (request) => {
    if (runtime === undefined) throw new Error('not built yet')
    return runBundle(request, runtime)
  }
}

/** The calls of an outcome. */
export function callsOf({ calls }: Outcome): readonly SentCall[] {
  return calls as readonly SentCall[] // what every test that looks into a call goes on to check
}

/** The properties of an outcome's track calls, in order. */
export function propertiesOf(outcome: Outcome): Members[] {
  return callsOf(outcome).flatMap(({ properties }) => (properties === undefined ? [] : [properties]))
}

/** Sends an event of a known guest, without identify call, and gives its properties and the warnings. */
export async function track(
  run: Run,
  event: Members,
  settings: Members = {},
): Promise<{ properties: Members | undefined; warnings: readonly string[] }> {
  const body = JSON.stringify({ eventType: 'Check-In', userId: 'u-1', ...event })
  const outcome = await run({ body, settings: { identify: 'never', ...settings } })
  expect(outcome).toMatchObject({ status: 'ok', error: null, errors: [] })
  const [properties, ...more] = propertiesOf(outcome)
  expect(more).toEqual([])
  return { properties, warnings: outcome.warnings }
}

/** The spellings in which a name is the same: snake_case, camelCase, PascalCase and lower case. */
export function spellings(name: string): string[] {
  return [...new Set(styles.map((style) => style(name)))]
}

/** A copy of an event with a member at a path. */
export function withMember(event: Members, path: readonly string[], key: string, value: unknown): Members {
  const [step, ...rest] = path
  if (step === undefined) return { ...event, [key]: value }
  const inner = event[step]
  return { ...event, [step]: withMember(isMembers(inner) ? inner : {}, rest, key, value) }
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '')
}

/** `cardNumber` → `card_number`. */
export function snake(name: string): string {
  return wordsOf(name).join('_')
}

function camel(name: string): string {
  const [first = '', ...others] = wordsOf(name)
  return first + others.map(capitalized).join('')
}

function pascal(name: string): string {
  return wordsOf(name).map(capitalized).join('')
}

function lower(name: string): string {
  return wordsOf(name).join('')
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
