import fc from 'fast-check'
import type { Body } from '../bodies/bodies'
import { damage, edit } from './damage'
import { hostileKey, hostileValue, keyed, listed } from './hostile-values'
import { copyOf, type Holder, isHolder, put, valueAt } from './json-tree'
import { knownNames, knownPlaces, listNames, respelled, typeNames, wrapperNames } from './names'

/** A value and where it stands: a place or section, and a name in it. */
interface Placed {
  readonly path: string
  readonly name: string
  readonly style: number
  readonly value: unknown
}

const paths = [
  ...knownPlaces.map((place) => (place === 'event' ? '' : place)),
  ...wrapperNames,
  ...wrapperNames.flatMap((wrapper) => knownPlaces.slice(1).map((place) => `${wrapper}.${place}`)),
]

const anything: fc.Arbitrary<Placed> = fc.record({
  path: fc.oneof(fc.constant(''), fc.constantFrom(...paths)),
  name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...knownNames) }, { weight: 1, arbitrary: hostileKey }),
  style: fc.nat(3),
  value: hostileValue,
})

/** Lists where lists belong. */
const lists: fc.Arbitrary<Placed> = fc.record({
  path: fc.constantFrom('', 'account', 'transaction', 'data'),
  name: fc.constantFrom('pointBalances', 'wallets', 'details', 'flatWalletsInfo', 'addWalletContents', 'surveyAnswers'),
  style: fc.nat(3),
  value: fc.oneof(listed, keyed),
})

const placed = fc.oneof({ weight: 6, arbitrary: anything }, { weight: 1, arbitrary: lists })

/** Whom an event is about. */
const guest = fc.constantFrom(
  ...[{ accountId: 51830427 }, { printedCardNumber: '0057310000248613' }, { email: 'dana@example.com' }],
  ...[{ userId: 'U-1', cardNumber: '0057310000248613' }, { phone: '2075550142' }, {}],
)

/** An event whose names Paytronix might use, with values that it would not. */
const event = fc
  .tuple(fc.constantFrom(...typeNames, 'Void Activate', ''), guest, fc.array(placed, { maxLength: 8 }))
  .map(([type, known, members]) => assembled({ ...(type !== '' && { eventType: type }), ...known }, members))

const several = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 3 }), fc.constantFrom(...listNames), fc.option(event))
  .map(([events, list, around]) => (around === null ? events : { ...around, [list]: events }))

/** Anything JSON can say, with names that are known and names that are not. */
export const arbitraryJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: event },
  { weight: 2, arbitrary: several },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: hostileValue },
)

/** A sample with up to six parts of it removed, renamed, duplicated, retyped or nested. */
export function damagedSample(samples: readonly Body[]): fc.Arbitrary<unknown> {
  const bodies = samples.map(({ text }): unknown => JSON.parse(text))
  return fc
    .tuple(fc.constantFrom(...bodies), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([body, edits]) => damage(copyOf(body), edits))
}

function assembled(event: Holder, members: readonly Placed[]): unknown {
  for (const { path, name, style, value } of members) {
    put({ holder: sectionOf(event, path, style), key: respelled(name, style) }, copyOf(value))
  }
  return event
}

/** The section at a path, made where there is none. */
function sectionOf(event: Holder, path: string, style: number): Holder {
  let holder = event
  for (const step of path === '' ? [] : path.split('.')) {
    const spot = { holder, key: respelled(step, style) }
    const section = valueAt(spot)
    if (!isHolder(section)) put(spot, {})
    const inner = valueAt(spot)
    if (isHolder(inner)) holder = inner
  }
  return holder
}
