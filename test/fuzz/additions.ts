import fc from 'fast-check'
import { type Container, copyOf, isContainer, put, spotsOf, valueAt } from './json-tree'
import { marks } from './marks'
import { anySpellingOf, friendNames, secretNames } from './names'

/** Members to add to one of a body's objects. `at` is the number of the object. */
export interface Addition {
  readonly at: number
  readonly members: Readonly<Record<string, unknown>>
}

/** Adds members to a body, in place. */
export function added(body: unknown, additions: readonly Addition[]): unknown {
  if (!isContainer(body)) return body
  const objects = [body, ...spotsOf(body).map(valueAt)].filter(isRecord)
  for (const { at, members } of additions) {
    const container = objects[at % objects.length]
    if (container === undefined) continue
    for (const [key, value] of Object.entries(members)) put({ container, key }, copyOf(value))
  }
  return body
}

const { secret, friend } = marks
const secretValue = fc.constantFrom<unknown>(
  secret,
  [secret],
  { [secret]: secret },
  { firstName: secret, accountId: secret, code: secret, label: secret, balance: 5, printedCardNumber: secret },
  [{ walletCode: 5, name: secret, balance: 5 }],
)
const friendValue = fc.constantFrom<unknown>(friend, { email: `${friend}@x.org`, firstName: friend, phone: friend }, [
  { lastName: friend },
])

/** Members that must never be sent. They are added last: a later edit could move them to a place that may be sent. */
export const secrets: fc.Arbitrary<Addition[]> = fc
  .tuple(
    fc.array(fc.record({ at: fc.nat(99), members: memberOf(secretNames, secretValue) }), { maxLength: 3 }),
    // Only at the top: deeper in a body, the same names may be codes of wallets.
    fc.array(fc.record({ at: fc.constant(0), members: memberOf(friendNames, friendValue) }), { maxLength: 1 }),
  )
  .map((both) => both.flat())

const textNames = [
  ...[
    'result',
    'transactionState',
    'storeName',
    'storeCity',
    'tierLabel',
    'cardTemplateLabel',
    'firstName',
    'lastName',
  ],
  ...['username', 'surveyName', 'checkNumber', 'referralCode'],
]

const longText = fc
  .tuple(fc.integer({ min: 1, max: 8192 }), fc.constantFrom('x', 'é', '"', '\u0001'))
  // JSON writes a control character as six bytes.
  .map(([bytes, character]) => character.repeat(bytes / (JSON.stringify(character).length - 2)))

const wallets = fc.integer({ min: 20, max: 400 }).map((count) => ({
  wallets: Array.from({ length: count }, (_, code) => ({ code, name: 'Points of '.repeat(3), balance: code })),
}))

const answers = fc.integer({ min: 20, max: 400 }).map((count) => ({
  surveyAnswers: Array.from({ length: count }, (_, nth) => ({ question: `Question ${nth}`, answer: 'é'.repeat(30) })),
}))

/** Sometimes adds so much that the calls come near or exceed Segment's limit of 32 KB. */
export const bulk: fc.Arbitrary<Addition> = fc.record({
  at: fc.constant(0),
  members: fc.oneof(
    { weight: 40, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...textNames), longText, { minKeys: 4, maxKeys: 8 }) },
    { weight: 1, arbitrary: fc.oneof(wallets, answers) },
  ),
})

function memberOf(names: readonly string[], value: fc.Arbitrary<unknown>) {
  return fc.tuple(anySpellingOf(names), value).map(([name, sent]) => ({ [name]: sent }))
}

function isRecord(value: unknown): value is Container {
  return isContainer(value) && !Array.isArray(value)
}
