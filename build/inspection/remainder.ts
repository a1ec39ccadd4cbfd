import { isObject } from '../../shared/json/values'
import { withoutFriend } from '../../shared/privacy/friends'
import { sanitize } from '../../shared/privacy/sanitize'
import { jsonPath } from '../system/json-path'
import type { Remainder, UnusedField } from './inspection'
import { type Leaf, leavesOf } from './leaves'
import { type Place, placeId } from './places'

/** Explains why a field that is known was not used. */
export type Explain = (place: Place) => string | null

/** What of an object nothing used: what might be mapped, and what never leaves. `used` has the ids of places. */
export function remainderOf(
  object: object,
  where: Place['in'],
  used: ReadonlySet<string>,
  explain: Explain,
): Remainder {
  // What is missing here is what no mapping could ever see.
  const visible = sanitize(object, withoutFriend)
  const left = leavesOf(object, { in: where, keys: [] }).filter(({ place }) => !isWithin(place, used))
  const hidden = left.map(({ place }) => hiddenFrom(visible, place.keys))
  const unused = left.filter((_, index) => hidden[index] === undefined)
  const neverEmitted = hidden.flatMap((keys) => (keys === undefined ? [] : [jsonPath(keys)]))
  return { unused: unused.map((leaf) => unusedField(leaf, explain)), neverEmitted: [...new Set(neverEmitted)] }
}

/** Whether the place, or one that it is part of, is among these. */
export function isWithin({ in: where, keys }: Place, places: ReadonlySet<string>): boolean {
  return [...keys, ''].some((_, length) => places.has(placeId({ in: where, keys: keys.slice(0, length) })))
}

function unusedField({ place, value, listDepth }: Leaf, explain: Explain): UnusedField {
  return { path: jsonPath(place.keys), keys: place.keys, listDepth, value, why: explain(place) }
}

/** The keys down to the first that is missing; undefined when none is. */
function hiddenFrom(visible: unknown, keys: readonly string[]): readonly string[] | undefined {
  let inner = visible
  for (const [depth, key] of keys.entries()) {
    inner = Array.isArray(inner) ? inner[Number(key)] : memberOf(inner, key)
    if (inner === undefined || inner === null) return keys.slice(0, depth + 1)
  }
  return undefined
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
