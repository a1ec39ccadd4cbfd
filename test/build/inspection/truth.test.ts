import { bundle } from '../../../build/bundle/bundle'
import { pathKeys } from '../../../build/config/mapping-sources'
import { createInspect, type Inspect, type InspectedEvent } from '../../../build/inspection'
import type { Runtime } from '../../../build/runtime'
import { events } from '../../../functions/events'
import { runBundle, runtimeOf } from '../../outcome'
import { webhookCases } from '../../webhook-cases'

const config = { eventAliases: {}, mappings: {} }
const cases = webhookCases().map(({ event, name, body }) => [`${event}/${name}`, body] as const)

/** What a place may hold instead: nothing, a list, a text that is a time, a number. */
const others = [null, [0, 0], '2001-02-03T04:05:06Z', 77]

/**
 * What is looked at and makes no difference: of two lists that tell of one wallet the first is believed; an answer
 * that is left out takes its question with it; and what is known in a rejected event is listed though it is not used.
 */
const withoutEffect: Readonly<Record<string, RegExp>> = {
}

let inspect: Inspect
let runtime: Runtime
beforeAll(async () => {
  inspect = await createInspect(config, events)
  runtime = runtimeOf((await bundle({ config })).code)
})
afterAll(() => runtime.close())

describe.each(cases)('%s', (name, body) => {
  test('has the calls, properties and traits that the built function emits', async () => {
    const { status, error, events: inspected } = await inspect({ body })
    const receipt = await runtime.receive({ body })
    expect({ status, error }).toEqual({ status: receipt.status, error: receipt.error })
    expect(inspected.flatMap(({ calls }) => calls)).toEqual(receipt.calls)
    for (const event of inspected.filter(({ rejection }) => rejection === null)) {
      const traits = event.calls.find(({ type }) => type === 'identify')?.traits
      expect(fieldsOf(event, 'property')).toEqual(event.calls.at(-1)?.properties)
      expect(fieldsOf(event, 'trait')).toEqual(traits ?? {})
    }
  })

  test('has as not used just what the built function does not heed', async () => {
    const { events: inspected, envelope } = await inspect({ body })
    const parsed: unknown = JSON.parse(body)
    const unheeded = new Set<string>()
    for (const [index, { remainder }] of inspected.entries()) {
      for (const path of remainderPaths(remainder)) unheeded.add([...prefixOf(parsed, index), path].join('.'))
    }
    for (const path of remainderPaths(envelope)) unheeded.add(path)
    const before = await emitted(parsed)
    for (const keys of leavesOf(parsed)) {
      const outcomes = await Promise.all(others.map((value) => emitted(withValue(parsed, keys, value))))
      const path = pathOf(keys)
      const isHeeded = ![...unheeded].some((one) => path === one || path.startsWith(`${one}.`))
      const isExpected = isHeeded && withoutEffect[name]?.test(path) !== true
      expect([path, outcomes.some((after) => after !== before)]).toEqual([path, isExpected])
    }
  })
})

/** What the built function makes of a body, but for the ids that are made of all that is in it. */
async function emitted(body: unknown): Promise<string> {
  const outcome = await runBundle({ body: JSON.stringify(body) }, runtime)
  return JSON.stringify(outcome, (key, value) => (key === 'messageId' ? undefined : value))
}

function fieldsOf(event: InspectedEvent, kind: 'property' | 'trait') {
  return Object.fromEntries(event.found.flatMap((field) => (field[kind] === null ? [] : [[field[kind], field.value]])))
}

function remainderPaths({ unused, neverEmitted }: InspectedEvent['remainder']): string[] {
  return [...unused.map(({ path }) => path), ...neverEmitted].map((path) => pathOf(pathKeys(path)))
}

/** The samples of several events have them in a list, or under `events`. */
function prefixOf(body: unknown, index: number): string[] {
  if (Array.isArray(body)) return [`[${index}]`]
  return typeof body === 'object' && body !== null && 'events' in body ? [`events[${index}]`] : []
}

function pathOf(keys: readonly string[]): string {
  return keys
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/** The keys down to every scalar that is not blank. */
function leavesOf(value: unknown): string[][] {
  if (value === null || value === '') return []
  if (typeof value !== 'object') return [[]]
  return Object.entries(value as object).flatMap(([key, member]) => leavesOf(member).map((keys) => [key, ...keys])) // no null here
}

function withValue(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(holder)) return holder.with(Number(key), withValue(holder[Number(key)], rest, value))
  const members = new Map<string, unknown>(Object.entries(holder as object)) // it holds what leavesOf found
  return Object.fromEntries(members.set(key, withValue(members.get(key), rest, value)))
}
