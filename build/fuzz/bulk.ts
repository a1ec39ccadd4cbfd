import fc from 'fast-check'
import { isHolder, put } from './json-tree'

/** Members to be added to an event, so much that its calls come near Segment's limit, and over it. */
export type Bulk = Readonly<Record<string, unknown>>

const names = [
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

const text = fc
  .tuple(fc.integer({ min: 1, max: 8192 }), fc.constantFrom('x', 'é', '"', '\u0001'))
  // As JSON a control character takes six bytes.
  .map(([bytes, character]) => character.repeat(bytes / (JSON.stringify(character).length - 2)))

/** Wallets with names that are long when written as JSON. */
const wallets = fc.integer({ min: 20, max: 400 }).map((count) => ({
  wallets: Array.from({ length: count }, (_, code) => ({ code, name: 'Points of '.repeat(3), balance: code })),
}))

const answers = fc.integer({ min: 20, max: 400 }).map((count) => ({
  surveyAnswers: Array.from({ length: count }, (_, number) => ({
    question: `Question ${number}`,
    answer: 'é'.repeat(30),
  })),
}))

/** Most bodies get none. */
export const bulk: fc.Arbitrary<Bulk> = fc.oneof(
  { weight: 40, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...names), text, { minKeys: 4, maxKeys: 8 }) },
  { weight: 1, arbitrary: fc.oneof(wallets, answers) },
)

/** Adds to a body, in place. */
export function swell(body: unknown, members: Bulk): unknown {
  if (!isHolder(body) || Array.isArray(body)) return body
  for (const [key, value] of Object.entries(members)) put({ holder: body, key }, value)
  return body
}
