import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'
import { cardNumber } from '../normalize/card-number'
import type { Settings } from '../settings/settings'
import { lastFour, maskCards } from './card-in-text'
import { isFriend, isReferral } from './friend'
import { holdsAnyOf } from './name-parts'
import { neverEmittedKeys } from './never-emitted'
import { sanitize } from './sanitize'
import { showCard } from './show-card'

/** What a kept body needs to know of the event, to hide what nobody may see. */
export interface KeptEvent {
  readonly settings: Settings
  readonly merchant: string | undefined
  /** The digits of the event's own card, which stays readable as the setting `cardNumber` has it. */
  readonly card: string | undefined
  /** Whether a name is left out by the setting `omit`, under any of the spellings that are read. */
  readonly isOmitted: (name: string) => boolean
  /** What stands under a key, without members that the setting `omit` leaves out there alone. */
  readonly withoutOmitted: (value: unknown, key: string) => unknown
  /** Whether `cardNumber` in an object is the number of a payment card. */
  readonly isPaymentCard: (object: JsonObject) => boolean
}

const namesSecret = holdsAnyOf([...neverEmittedKeys, 'secret', 'secrets', 'tokens'])

/**
 * A body as it may be kept: a copy with sorted keys that holds no secret, no friend and no payment card. It has no list
 * of what may stay, so it is stricter about what goes.
 */
export function keepableBody(body: unknown, event: KeptEvent): unknown {
  return sanitize(body, {
    leavesOut: (name) => namesSecret(name) || isFriend(name) || isReferral(name) || event.isOmitted(name),
    edit: editFor(event),
    show: (scalar) => shown(scalar, event),
  })
}

/** Each object is asked once, in however many ways `cardNumber` is spelt in it. */
function editFor(event: KeptEvent): (value: unknown, key: string, object: JsonObject) => unknown {
  const paymentCards = new Map<JsonObject, boolean>()
  return (value, key, object) => {
    if (foldName(key) !== 'cardnumber') return event.withoutOmitted(value, key)
    const isPaymentCard = paymentCards.get(object) ?? event.isPaymentCard(object)
    paymentCards.set(object, isPaymentCard)
    return isPaymentCard ? masked(value, event) : value
  }
}

/**
 * A payment card's number as `…` and its last four digits; anything else in its place is left out. The event's own card
 * is shown like anywhere else.
 */
function masked(value: unknown, event: KeptEvent): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, event))
  const digits = cardNumber(value)
  if (digits === undefined) return undefined
  return digits === event.card ? value : lastFour(digits)
}

/** A text or number, in which no card's number is shown further than it may be. */
function shown(scalar: unknown, event: KeptEvent): unknown {
  if (typeof scalar !== 'string' && typeof scalar !== 'number') return scalar
  const text = String(scalar)
  const safe = withoutCards(text, event)
  return safe === text ? scalar : safe
}

function withoutCards(text: string, { card, settings, merchant }: KeptEvent): string {
  const own = card === undefined ? undefined : { digits: card, shown: showCard(card, settings, merchant) ?? '…' }
  return maskCards(text, own)
}
