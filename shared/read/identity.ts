import type { Property } from '../declare/property'
import { sha256, uuidOf } from '../json/hash'
import { isTooLong } from '../json/values'
import { accountId, externalAccountCode } from '../properties/account'
import { printedCardNumber } from '../properties/card'
import { email, phone, userId, username } from '../properties/guest'
import { merchantId } from '../properties/transaction'
import type { UserIdSource } from '../settings/settings'
import { keptReading } from './kept'
import type { EventReading } from './reading'

/** Whom an event is about. At least one of the ids is there. */
export interface Identity {
  readonly userId: string | undefined
  /** Made of the card; without a card, and only where there is no userId, of the account, e-mail or phone. */
  readonly anonymousId: string | undefined
  readonly accountId: string | undefined
}

/** The properties that the setting `userIdFrom` may name. */
export const userIdProperties: Readonly<Record<UserIdSource, Property<string>>> = {
  userId,
  accountId,
  externalAccountCode,
  username,
  email,
  printedCardNumber,
}

/** As JSON. What takes more, such as text of control characters, would leave no room for the rest of a call. */
const longestId = 8194

type Sources = readonly (readonly [kind: string, property: Property<string>])[]

/** What an anonymous id is made of, the first that is known: the card, and without a user id also the others. */
const byCard: Sources = [['card', printedCardNumber]]
const withoutCard: Sources = [
  ['account', accountId],
  ['email', email],
  ['phone', phone],
]

/** Who the event is about, or undefined when nothing in it tells. */
export function identityOf(reading: EventReading): Identity | undefined {
  const cardId = anonymousIdOf(reading, byCard)
  const account = idOf(accountId, reading)
  const userId = userIdOf(reading)
  const anonymousId = cardId ?? (userId === undefined ? anonymousIdOf(reading, withoutCard) : undefined)
  return (userId ?? anonymousId) === undefined ? undefined : { userId, anonymousId, accountId: account }
}

function userIdOf(reading: EventReading): string | undefined {
  for (const source of reading.settings.userIdFrom) {
    const id = idOf(userIdProperties[source], reading)
    TRACE: keptReading(reading).tried.push({ source, id })
    if (id !== undefined) return id
  }
  return undefined
}

/** The merchant is part of the id, so that two merchants' cards of one number stay apart. */
function anonymousIdOf(reading: EventReading, sources: Sources): string | undefined {
  for (const [kind, property] of sources) {
    const id = idOf(property, reading)
    if (id === undefined) continue
    // Of a telephone number the digits count.
    const value = property === phone ? id.replace(/\D/g, '') : id
    TRACE: keptReading(reading).anonymousOf = { kind, value }
    return uuidOf(sha256([reading.get(merchantId) ?? '', kind, value].join('\0')))
  }
  return undefined
}

/** An id, unless it would leave no room for the rest of a call. */
function idOf(property: Property<string>, reading: EventReading): string | undefined {
  const id = reading.get(property)
  if (id === undefined || id.length < 1000) return id
  return isTooLong(JSON.stringify(id), longestId) ? undefined : id
}
