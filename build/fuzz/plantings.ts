import fc from 'fast-check'
import { isHolder, put, spotsOf, valueAt } from './json-tree'
import { marks } from './marks'
import { friendNames, oneOf, respelled, secretNames } from './names'

/** What must not leave, to be put into one of a body's objects. */
export interface Planting {
  /** The object, counted through the body as often as it takes. */
  readonly at: number
  readonly name: number
  readonly style: number
  readonly form: number
}

export const plantings: fc.Arbitrary<readonly Planting[]> = fc.array(
  fc.record({ at: fc.nat(99), name: fc.nat(99), style: fc.nat(3), form: fc.nat(9) }),
  { maxLength: 3 },
)

const { secret, friend } = marks
const secrets = [
  secret,
  [secret],
  { [secret]: secret },
  { firstName: secret, accountId: secret, code: secret, label: secret, balance: 5, printedCardNumber: secret },
  [{ walletCode: 5, name: secret, balance: 5 }],
]
const friends = [friend, { email: `${friend}@x.org`, firstName: friend, phone: friend }, [{ lastName: friend }]]

/** Adds to a body, in place, what must not leave. Last, for what is moved afterwards may stand where it may leave. */
export function plant(body: unknown, planted: readonly Planting[]): unknown {
  if (!isHolder(body)) return body
  const objects = [body, ...spotsOf(body).map(valueAt)].filter((value) => isHolder(value) && !Array.isArray(value))
  for (const { at, name, style, form } of planted) {
    const holder = objects[at % objects.length]
    if (!isHolder(holder)) continue
    put({ holder, key: respelled(oneOf(secretNames, name), style) }, secrets[form % secrets.length])
  }
  plantFriend(objects[0], planted)
  return body
}

/** Deeper down the same names may be the codes of wallets. */
function plantFriend(event: unknown, [planted]: readonly Planting[]): void {
  if (planted === undefined || planted.form < 5 || !isHolder(event)) return
  const key = respelled(oneOf(friendNames, planted.name), planted.style)
  put({ holder: event, key }, friends[planted.form % friends.length])
}
