import type { Property } from '../declare/property'
import { uuidOf } from '../json/hash'
import { isTooLong } from '../json/values'
import { nobody } from '../normalize/nobody'
import { accountId, externalAccountCode } from '../properties/account'
import { printedCardNumber } from '../properties/card'
import { email, userId as ownUserId, phone, username } from '../properties/guest'
import { merchantId } from '../properties/transaction'
import type { UserIdSource } from '../settings/settings'
import type { Reading } from './reading'
import { trace } from './trace'

/** Whom an event is about. At least one of the ids is there. */
export interface Identity {
  readonly userId: string | undefined
  /** Stands for the guest when there is no userId. */
  readonly anonymousId: string | undefined
  /** The card's anonymous id, which joins what the card did before its guest was known. */
  readonly cardId: string | undefined
  readonly accountId: string | undefined
}

const sources: Readonly<Record<UserIdSource, Property<string>>> = {
  userId: ownUserId,
  accountId,
  externalAccountCode,
  username,
  email,
  printedCardNumber,
}

/** As JSON; what takes more, such as text of control characters, would leave no room for the rest of a call. */
const longestId = 8194

/** Who the event is about, or undefined when nothing in it tells. */
export function identify(reading: Reading): Identity | undefined {
  const card = usable(reading.get(printedCardNumber))
  const account = usable(reading.get(accountId))
  const userId = userIdOf(reading)
  const cardId = card === undefined ? undefined : anonymousIdOf(reading, 'card', card)
  const anonymousId = cardId ?? (userId === undefined ? otherAnonymousId(reading, account) : undefined)
  return userId === undefined && anonymousId === undefined
    ? undefined
    : { userId, anonymousId, cardId, accountId: account }
}

function userIdOf(reading: Reading): string | undefined {
  for (const source of reading.settings.userIdFrom) {
    const id = usable(reading.get(sources[source]))
    TRACE: trace({ step: 'userId', source, property: sources[source], id })
    if (id !== undefined) return id
  }
  return undefined
}

/** For guests without a card: their account's, e-mail's or telephone's id. */
function otherAnonymousId(reading: Reading, account: string | undefined): string | undefined {
  const known = [
    ['account', account],
    ['email', usable(reading.get(email))],
    ['phone', usable(reading.get(phone)?.replace(/\D/g, ''))],
  ] as const
  const [kind, value] = known.find((one) => one[1] !== undefined) ?? []
  return kind && value && anonymousIdOf(reading, kind, value)
}

/** The merchant is part of the id, so that two merchants' cards of one number stay apart. */
function anonymousIdOf(reading: Reading, kind: string, value: string): string {
  TRACE: trace({ step: 'anonymousId', kind, id: value })
  return uuidOf([reading.get(merchantId) ?? '', kind, value].join('\0'))
}

/** The id, unless it is a placeholder or too long to send. */
export function usable(id: string | undefined): string | undefined {
  return id === undefined || nobody(id) || !fitsCall(id) ? undefined : id
}

/** Whether a name or id leaves room for the rest of a call. */
export function fitsCall(name: string): boolean {
  return name.length < 1000 || !isTooLong(JSON.stringify(name), longestId)
}
