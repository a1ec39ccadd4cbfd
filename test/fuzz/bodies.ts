import fc from 'fast-check'
import type { Body } from '../../build/bodies/bodies'
import { edit, edited } from './edits'
import { type Container, copyOf, isContainer, put, valueAt } from './json-tree'
import { anySpellingOf, knownNames, knownPaths, listNames, typeNames, wrapperNames } from './names'
import { hostileKey, hostileList, hostileValue } from './values'

/** A value, and where it stands: the path of a section, and a name in it. */
interface Placed {
  readonly path: readonly string[]
  readonly name: string
  readonly value: unknown
}

const section = fc.constantFrom(...knownPaths).chain((path) => fc.tuple(...stepsOf(path)))
const wrapper = anySpellingOf(wrapperNames)
const path = fc.oneof(
  fc.constant<string[]>([]),
  section,
  fc.tuple(wrapper, section).map(([outer, steps]) => [outer, ...steps]),
)

const value: fc.Arbitrary<Placed> = fc.record({
  path,
  name: fc.oneof({ weight: 9, arbitrary: anySpellingOf(knownNames) }, { weight: 1, arbitrary: hostileKey }),
  value: hostileValue,
})

/** Lists where lists belong. */
const list: fc.Arbitrary<Placed> = fc.record({
  path: fc.constantFrom([], ['account'], ['transaction'], ['data']),
  name: anySpellingOf(['pointBalances', 'wallets', 'details', 'flatWalletsInfo', 'addWalletContents', 'surveyAnswers']),
  value: hostileList,
})

const guest = fc.constantFrom(
  ...[{ accountId: 51830427 }, { printedCardNumber: '0057310000248613' }, { email: 'dana@example.com' }],
  ...[{ userId: 'U-1', cardNumber: '0057310000248613' }, { phone: '2075550142' }, {}],
)
const type = fc.constantFrom(...typeNames.map((eventType) => ({ eventType })), { eventType: 'Void Activate' }, {})
const members = fc.array(fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: list }), { maxLength: 8 })

/** An event with names that Paytronix might use, and values that it would not. */
const event = fc
  .tuple(type, guest, members)
  .map(([eventType, known, placed]) => assembled({ ...eventType, ...known }, placed))

const several = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 3 }), fc.constantFrom(...listNames), fc.option(event))
  .map(([events, name, around]) => (around === null ? events : { ...around, [name]: events }))

/** Anything JSON can say, with known names and unknown ones. */
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

function stepsOf(path: string): fc.Arbitrary<string>[] {
  return path === '' ? [] : path.split('.').map((step) => anySpellingOf([step]))
}

function assembled(event: Container, placed: readonly Placed[]): unknown {
  for (const { path: steps, name, value: sent } of placed) {
    put({ container: sectionOf(event, steps), key: name }, copyOf(sent))
  }
  return event
}

/** The section at a path, made where there is none. */
function sectionOf(event: Container, steps: readonly string[]): Container {
  return steps.reduce((container, key) => {
    const before = valueAt({ container, key })
    if (isContainer(before)) return before
    const made = {}
    put({ container, key }, made)
    return made
  }, event)
}
