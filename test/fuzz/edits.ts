import fc from 'fast-check'
import { type Container, copyOf, isContainer, put, removeAt, type Spot, spotsOf, valueAt } from './json-tree'
import { anySpellingOf, knownNames, listNames, respelled, secretNames, wrapperNames } from './names'
import { hostileKey, hostileValue } from './values'

/** One change of a body: its kind, its place and its values. */
export interface Edit {
  readonly kind: keyof typeof changes
  /** The number of the spot. Counting starts again after the last one. */
  readonly at: number
  /** Chooses a variant of the kind. */
  readonly pick: number
  readonly key: string
  readonly value: unknown
}

type Change = (spot: Spot, edit: Edit) => void

const changes = {
  remove: removeAt,
  retype: (spot, { value }) => put(spot, value),
  respell: (spot, { pick }) => rename(spot, respelled(spot.key, pick)),
  rename: (spot, { key }) => rename(spot, key),
  duplicate: ({ container, key }, { pick, value }) => add(container, respelled(key, pick), value),
  add: ({ container }, { key, value }) => add(container, key, value),
  nest: (spot, { pick, value }) => put(spot, nested(valueAt(spot), spot.key, pick, value)),
  hoist,
} as const satisfies Record<string, Change>

export const edit: fc.Arbitrary<Edit> = fc.record({
  // Object.keys loses the types of the keys.
  kind: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  at: fc.nat(199),
  pick: fc.nat(20),
  key: fc.oneof(hostileKey, anySpellingOf([...knownNames, ...wrapperNames, ...listNames, ...secretNames])),
  value: hostileValue,
})

/** Changes a body in place and returns it, because an edit may replace the whole body. Null when it was removed. */
export function edited(body: unknown, edits: readonly Edit[]): unknown {
  const box: Container = { body }
  for (const one of edits) {
    const spots = spotsOf(box)
    const spot = spots[one.at % spots.length]
    // A copy, because a body may get the same value twice.
    if (spot !== undefined) changes[one.kind](spot, { ...one, value: copyOf(one.value) })
  }
  return 'body' in box ? box.body : null
}

function rename(spot: Spot, key: string): void {
  if (Array.isArray(spot.container)) return
  const value = valueAt(spot)
  removeAt(spot)
  put({ container: spot.container, key }, value)
}

/** Adds a member to an object, or a last item to a list. */
function add(container: Container, key: string, value: unknown): void {
  put({ container, key: Array.isArray(container) ? String(container.length) : key }, value)
}

function nested(value: unknown, key: string, pick: number, other: unknown): unknown {
  const listName = listNames[pick % listNames.length] ?? ''
  const sections = [...wrapperNames, 'properties', 'store', key]
  const ways = [[value], [[value]], [value, other], { [listName]: [value, other] }]
  return ways[pick % 7] ?? { [sections[pick % sections.length] ?? '']: value }
}

/** Moves the members of an object to its parent object. */
function hoist(spot: Spot): void {
  const value = valueAt(spot)
  if (!isContainer(value) || Array.isArray(value) || Array.isArray(spot.container)) return
  for (const key of Object.keys(value)) put({ container: spot.container, key }, valueAt({ container: value, key }))
}
