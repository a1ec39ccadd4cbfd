import fc from 'fast-check'
import type { Body } from '../../build/bodies/bodies'
import { edit, edited } from './edits'
import { copyOf } from './json-tree'
import { anySpellingOf, knownNames, listNames, sectionNames, typeNames, wrapperNames } from './names'
import { hostileKey, hostileList, hostileValue } from './values'

const type = fc.constantFrom(...typeNames.map((eventType) => ({ eventType })), { eventType: 'No Such Event' }, {})
const guest = fc.constantFrom(
  ...[{ accountId: 51830427 }, { printedCardNumber: '0057310000248613' }, { email: 'dana@example.com' }],
  ...[{ userId: 'U-1', cardNumber: '0057310000248613' }, { phone: '2075550142' }, {}],
)

const name = fc.oneof({ weight: 9, arbitrary: anySpellingOf(knownNames) }, { weight: 1, arbitrary: hostileKey })
const members = fc.dictionary(name, hostileValue, { maxKeys: 4 })
const section = fc.oneof(members, fc.dictionary(anySpellingOf(sectionNames), members, { maxKeys: 2 }))
const sections = fc.dictionary(anySpellingOf(sectionNames), section, { maxKeys: 2 })

/** Lists in places where lists are expected. */
const lists = fc.dictionary(
  anySpellingOf(['pointBalances', 'wallets', 'details', 'flatWalletsInfo', 'addWalletContents', 'surveyAnswers']),
  hostileList,
  { maxKeys: 1 },
)
const layer = fc.tuple(sections, lists, members).map(([outer, listed, own]) => ({ ...outer, ...listed, ...own }))
const wrapped = fc.dictionary(anySpellingOf(wrapperNames), layer, { maxKeys: 1 })

/** An event with plausible names and implausible values. */
const event = fc
  .tuple(type, guest, layer, wrapped)
  .map(([eventType, known, own, inner]) => ({ ...eventType, ...known, ...own, ...inner }))

const several = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 3 }), fc.constantFrom(...listNames), fc.option(event))
  .map(([events, list, around]) => (around === null ? events : { ...around, [list]: events }))

/** Any JSON value, with known and unknown names. */
export const arbitraryBody: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: event },
  { weight: 2, arbitrary: several },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: hostileValue },
)

/** A sample with one to six edits. */
export function damagedSample(samples: readonly Body[]): fc.Arbitrary<unknown> {
  const bodies = samples.map(({ text }): unknown => JSON.parse(text))
  return fc
    .tuple(fc.constantFrom(...bodies), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([body, edits]) => edited(copyOf(body), edits))
}
