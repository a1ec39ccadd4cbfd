import { bundle } from '../../../build/bundle/bundle'
import { pathKeys } from '../../../build/config/mapping-sources'
import { createInspect, type Inspect, type InspectedEvent } from '../../../build/inspection'
import type { Runtime } from '../../../build/runtime'
import { isAbsent } from '../../../shared/json/values'
import { runBundle, runtimeOf } from '../../outcome'
import { webhookCases } from '../../webhook-cases'

const config = { eventAliases: {}, mappings: {} }
const cases = webhookCases().map(({ event, name, body }) => [`${event}/${name}`, body] as const)

/** What a place may hold instead: nothing, a list, a text that is a time, a number. */
const others = [null, [0, 0], '2001-02-03T04:05:06Z', 77]

/**
 * Where use and effect differ: an answer that is a list is left out whatever is in it, with its question; what is known in a rejected event is
 * explained though nothing is emitted; two spellings of a type are in the order of what they say; and of a payment
 * card's number, and of an id around the event, the function warns.
 */
const exceptions: Readonly<Record<string, { readonly places: RegExp; readonly hasEffect: boolean }>> = {
  'check-in/within-a-cloud-event': { places: /^accountId$/, hasEffect: true },
  'survey-completion/numbers-and-choices': { places: /^responses\[3\]\./, hasEffect: false },
  'check-in/batch-with-rejects': { places: /^\[[12]\]\.(?:printedCardNumber|datetime)$/, hasEffect: false },
  'identify-customer/two-spellings': { places: /^eventName$/, hasEffect: true },
  'recharge-value/payment-card-number': { places: /^(?:cardNumber|securityCode)$/, hasEffect: true },
}

let inspect: Inspect
let runtime: Runtime
beforeAll(async () => {
  inspect = await createInspect(config)
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

  test('says of every scalar once what became of it', async () => {
    const { events: inspected, misshapen, envelope } = await inspect({ body })
    const others = misshapen.map(({ index }) => `[${index}]`)
    const told = [...inspected.flatMap(toldPlaces), ...others, ...remainderPlaces(envelope)]
    for (const path of leavesOf(JSON.parse(body), isAbsent).map(pathOf)) {
      const outer = told.filter((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`))
      expect([path, outer.length]).toEqual([path, 1])
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
      const exception = exceptions[name]
      const isExpected = exception?.places.test(path) ? exception.hasEffect : isHeeded
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

/** Where in the body an event's values were used, unreadable, nobody's, unused, or never leave. */
function toldPlaces({ place, remainder, unreadable, nobody }: InspectedEvent): string[] {
  const used = new Set(remainder.used.map(({ path }) => path))
  const left = [...unreadable, ...nobody].flatMap(({ origins }) => origins.map(({ path }) => path))
  // Of an item that is left out as a whole, the members are told by it.
  const outer = left.filter(
    (path) => !used.has(path) && !left.some((one) => path !== one && path.startsWith(`${one}.`)),
  )
  return [...new Set(outer), ...used, ...[...remainder.unused.map(({ path }) => path), ...remainder.neverEmitted]].map(
    (path) => pathOf(pathKeys(place === '' ? path : `${place}.${path}`)),
  )
}

function remainderPlaces({ used, unused, neverEmitted }: InspectedEvent['remainder']): string[] {
  return [...[...used, ...unused].map(({ path }) => path), ...neverEmitted].map((path) => pathOf(pathKeys(path)))
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
function leavesOf(value: unknown, isBlank = (one: unknown): boolean => one === null || one === ''): string[][] {
  if (isBlank(value)) return []
  if (typeof value !== 'object') return [[]]
  return Object.entries(value as object).flatMap(([key, member]) =>
    leavesOf(member, isBlank).map((keys) => [key, ...keys]),
  ) // no null here
}

function withValue(holder: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(holder)) return holder.with(Number(key), withValue(holder[Number(key)], rest, value))
  const members = new Map<string, unknown>(Object.entries(holder as object)) // it holds what leavesOf found
  return Object.fromEntries(members.set(key, withValue(members.get(key), rest, value)))
}
