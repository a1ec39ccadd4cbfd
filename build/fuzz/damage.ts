import fc from 'fast-check'
import { hostileKey, hostileValue } from './hostile-values'
import { copyOf, type Holder, isHolder, put, removeAt, type Spot, spotsOf, valueAt } from './json-tree'
import { knownNames, listNames, oneOf, respelled, secretNames, wrapperNames } from './names'

/** One change to a body: what is done, where, and with what. */
export interface Edit {
  readonly kind: keyof typeof changes
  /** The member or item that is changed, counted through the body as often as it takes. */
  readonly at: number
  /** Chooses among what a kind can do. */
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
  duplicate: ({ holder, key }, { pick, value }) => put({ holder, key: memberKey(holder, respelled(key, pick)) }, value),
  add: ({ holder }, { key, value }) => put({ holder, key: memberKey(holder, key) }, value),
  nest: (spot, { pick, value }) => put(spot, nested(valueAt(spot), spot.key, pick, value)),
  hoist: (spot) => hoist(spot),
} as const satisfies Record<string, Change>

const keys = fc.oneof(
  hostileKey,
  fc
    .tuple(fc.constantFrom(...knownNames, ...wrapperNames, ...listNames, ...secretNames), fc.nat(3))
    .map((both) => respelled(...both)),
)

export const edit: fc.Arbitrary<Edit> = fc.record({
  // Object.keys forgets the key type of an object declared right here.
  kind: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  at: fc.nat(199),
  pick: fc.nat(20),
  key: keys,
  value: hostileValue,
})

/** Changes a body, in place where that can be; the body as a whole is one of the things that change. */
export function damage(body: unknown, edits: readonly Edit[]): unknown {
  const box: Holder = { body }
  for (const one of edits) {
    const spots = spotsOf(box)
    const spot = spots[one.at % spots.length]
    // A copy, for the same value may be put into the body twice.
    if (spot !== undefined) changes[one.kind](spot, { ...one, value: copyOf(one.value) })
  }
  return 'body' in box ? box.body : null
}

function rename(spot: Spot, key: string): void {
  if (Array.isArray(spot.holder)) return
  const value = valueAt(spot)
  removeAt(spot)
  put({ holder: spot.holder, key }, value)
}

/** A list has items and no members, so what is added goes to its end. */
function memberKey(holder: Holder, key: string): string {
  return Array.isArray(holder) ? String(holder.length) : key
}

function nested(value: unknown, key: string, pick: number, other: unknown): unknown {
  const ways = [[value], [[value]], [value, other], { [oneOf(listNames, pick)]: [value, other] }]
  return ways[pick % 7] ?? { [oneOf([...wrapperNames, 'properties', 'store', key], pick)]: value }
}

/** The members of an object become members of what holds it. */
function hoist(spot: Spot): void {
  const value = valueAt(spot)
  if (!isHolder(value) || Array.isArray(value) || Array.isArray(spot.holder)) return
  for (const key of Object.keys(value)) put({ holder: spot.holder, key }, valueAt({ holder: value, key }))
}
