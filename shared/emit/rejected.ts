import type { EventDefinition } from '../declare/event'
import { foldName } from '../json/keys'
import { beginningOf } from '../json/problem'
import { unwrap } from '../json/values'
import { cardNumber } from '../normalize/card-number'
import { isFriend } from '../privacy/friends'
import { type Edit, sanitize } from '../privacy/sanitize'
import type { Settings } from '../settings/settings'
import { type Call, showCard, type TrackMessage } from './calls'
import { largestCall, sizeOf } from './limits'
import { eventDigest, messageIdOf } from './message-id'
import { library } from './version'

/** An event that gives no calls of its own, and why. */
export interface Rejection {
  readonly kind: 'type' | 'identity' | 'shape'
  /** One line in the grammar of every message. */
  readonly reason: string
  readonly index: number
  readonly event: unknown
  /** What tells it apart from others, as text. */
  readonly content: string
  /** The event's type as sent, when it has one. */
  readonly type?: string | undefined
  readonly merchant?: string | undefined
  /** The digits of its card, wherever a mapping found them. */
  readonly card?: string | undefined
  /** The kind of event, where that is known. */
  readonly definition?: EventDefinition | undefined
}

const cardKeys: ReadonlySet<string> = new Set(['printedcardnumber', 'cardnumber', 'primarycardnumbers'])
const rejectedEvent = 'Paytronix Event Rejected'

/** The track call that keeps a rejected event, so that it can be looked at and sent again. */
export function rejectedCall(rejection: Rejection, settings: Settings): Call {
  const { reason, type, index, event, merchant, content } = rejection
  const body = JSON.stringify(sanitize(event, withoutPeople(rejection, settings)))
  return cutBody(body, (text) => ({
    event: rejectedEvent,
    anonymousId: 'paytronix-rejected',
    properties: {
      reason,
      ...(type !== undefined && { event_type: beginningOf(type) }),
      event_index: index,
      body: text,
    },
    context: { library: library() },
    messageId: messageIdOf('track', eventDigest([merchant ?? null, rejectedEvent, type ?? null], content)),
  }))
}

/** Takes out whoever was referred, and shows card numbers only as the setting has them. */
function withoutPeople({ definition, merchant, card }: Rejection, settings: Settings): Edit {
  // A name that means something else in this event may hold a payment card's number.
  const ignored = new Set(definition?.ignores.map(foldName))
  const shown = (value: unknown, isCard: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => shown(item, isCard) ?? null)
    const digits = cardNumber(value)
    if (digits !== undefined && (isCard || digits === card)) return showCard(digits, settings, merchant)
    return isCard ? undefined : value
  }
  return (key, value) => {
    if (ignored.has(key.name) || key.name === 'referral' || isFriend(key.name)) return undefined
    const isCard = cardKeys.has(key.name)
    return settings.cardNumber === 'plain' ? value : shown(isCard ? unwrap(value) : value, isCard)
  }
}

/** Cuts the body, and nothing else, until the call fits; not within a character that takes two code units. */
function cutBody(body: string, messageWith: (body: string) => TrackMessage): Call {
  let message = messageWith(body)
  for (
    let length = Math.min(body.length, largestCall);
    sizeOf(message) > largestCall;
    length = Math.floor(length * 0.9)
  ) {
    message = messageWith(body.slice(0, length).replace(/[\uD800-\uDBFF]$/, ''))
  }
  return { type: 'track', message }
}
