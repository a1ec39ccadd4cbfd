import { isObject } from '../../../shared/json/values'
import type { Json, SegmentCall } from '../../runtime/receipt'
import type { ToolRequest } from './trial'

/** The members of a call that carry what it says. */
const telling = ['userId', 'anonymousId', 'timestamp', 'messageId', 'traits', 'properties']

/** A text or number so long is hardly in a request by chance. */
const unmistakable = { string: 3, number: 5 }

type Rerun = (call: SegmentCall) => Promise<readonly ToolRequest[]>

/**
 * The places in a call that no request depends on: what can be taken away, and the tool receives the same. A list has
 * one place for all its items: `properties.products[*].price`.
 */
export async function lostOf(call: SegmentCall, requests: readonly ToolRequest[], rerun: Rerun): Promise<string[]> {
  const sent = new Set(scalarsOf(requests.map(({ url, body }) => [url, body])).map(String))
  const doubtful = [...placesOf(call)].filter(([, values]) => !values.some((value) => arrives(value, sent)))
  const before = JSON.stringify(requests)
  const isSame = async (places: readonly string[]) =>
    JSON.stringify(await rerun(without(call, new Set(places)))) === before
  return lostAmong(
    doubtful.map(([place]) => place),
    isSame,
  )
}

/** Halves the places until a part can be taken away as a whole, as most often all or nothing of it is lost. */
async function lostAmong(
  places: readonly string[],
  isSame: (places: readonly string[]) => Promise<boolean>,
): Promise<string[]> {
  if (places.length === 0) return []
  if (await isSame(places)) return [...places]
  if (places.length === 1) return []
  const middle = Math.ceil(places.length / 2)
  return [...(await lostAmong(places.slice(0, middle), isSame)), ...(await lostAmong(places.slice(middle), isSame))]
}

function arrives(value: unknown, sent: ReadonlySet<string>): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const least = typeof value === 'string' ? unmistakable.string : unmistakable.number
  return String(value).length >= least && sent.has(String(value))
}

/** Each place of a call that holds values, with the values. */
function placesOf(call: SegmentCall): Map<string, unknown[]> {
  const places = new Map<string, unknown[]>()
  const visit = (value: unknown, place: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, `${place}[*]`)
    else if (isObject(value)) for (const [key, member] of Object.entries(value)) visit(member, `${place}.${key}`)
    else places.set(place, [...(places.get(place) ?? []), value])
  }
  for (const name of telling) if (name in call) visit(call[name], name)
  if (isObject(call.context) && call.context.traits !== undefined) visit(call.context.traits, 'context.traits')
  return places
}

/** The call without the values at these places. */
function without(call: SegmentCall, places: ReadonlySet<string>): SegmentCall {
  const copy = (value: Json, place: string): Json | undefined => {
    if (places.has(place)) return undefined
    if (Array.isArray(value)) return value.flatMap((item) => copy(item, `${place}[*]`) ?? [])
    if (!isObject(value)) return value
    return Object.fromEntries(entriesOf(value, place))
  }
  const entriesOf = (object: object, place: string) =>
    Object.entries(object).flatMap(([key, member]) => {
      const kept = copy(member, place === '' ? key : `${place}.${key}`)
      return kept === undefined ? [] : [[key, kept] as const]
    })
  return { ...Object.fromEntries(entriesOf(call, '')), type: call.type }
}

function scalarsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf)
  return isObject(value) ? Object.values(value).flatMap(scalarsOf) : [value]
}
