import { isDeepStrictEqual } from 'node:util'
import type { SegmentCall } from '../runtime/receipt'
import type { Verdicts } from './invariants'
import { holdsOwnId, isOneEvent, telltaleOf } from './telltale'
import type { Trial } from './trial'

type Calls = readonly SegmentCall[]

const rejected = 'Paytronix Event Rejected'

/** Compares the ids of an event's calls with those of another event that is almost the same. */
export function sharedIds({ sent, other, scenario }: Trial): Verdicts {
  // Of a form only the fields are seen, and not what is in their payload.
  if (scenario.sentAs !== 'json' || sent.body === undefined || other?.body === undefined) return []
  if (sent.error !== null || other.error !== null) return []
  const [body, otherBody]: unknown[] = [JSON.parse(sent.body), JSON.parse(other.body)]
  if (scenario.ownIds !== undefined && isOneEvent(body) && isOneEvent(otherBody)) {
    return byOwnId(sent.calls, other.calls, scenario.ownIds)
  }
  if (holdsOwnId(body) || holdsOwnId(otherBody)) return []
  return [
    ...byContent(sent.calls, other.calls, telltaleOf(body), telltaleOf(otherBody)),
    ...byCall(sent.calls, other.calls),
  ]
}

/** With ids of their own, events are told apart by merchant, type and that id; kept rejected ones by all their content. */
function byOwnId(calls: Calls, others: Calls, [id, otherId]: readonly [string, string]): Verdicts {
  const [track, other] = [calls.at(-1), others.at(-1)]
  if (track === undefined || other === undefined || [track, other].some(isUncertain)) return []
  const isSame = id === otherId && isDeepStrictEqual(namesOf(track), namesOf(other))
  return [verdict(calls, others, isSame)]
}

/** A call that is kept for want of a good one, or that lost what would tell the merchant. */
function isUncertain({ event, properties }: SegmentCall): boolean {
  return event === rejected || JSON.stringify(properties).includes('"truncated_properties":')
}

function namesOf({ event, properties }: SegmentCall): unknown {
  return [event, (properties as { merchant_id?: unknown }).merchant_id] // every track call has properties
}

/** Without, by their content. */
function byContent(calls: Calls, others: Calls, content: string | undefined, other: string | undefined): Verdicts {
  return content === undefined || other === undefined ? [] : [verdict(calls, others, content === other)]
}

function verdict(calls: Calls, others: Calls, isSame: boolean): string | undefined {
  const shared = calls.filter(({ messageId }) => others.some((one) => one.messageId === messageId))
  if (isSame) return shared.length > 0 ? undefined : 'one event has two ids'
  return shared.length === 0 ? undefined : `two events share ${shared.map(({ messageId }) => messageId).join(', ')}`
}

/** What calls of one id say is the same, save that a rejected event also tells its place and its delivery. */
function byCall(calls: Calls, others: Calls): Verdicts {
  return calls
    .filter(({ event }) => event !== rejected)
    .map((call) => {
      const same = others.find(({ messageId }) => messageId === call.messageId)
      return same === undefined || isDeepStrictEqual(call, same)
        ? undefined
        : `one id for ${JSON.stringify(call)} and ${JSON.stringify(same)}`
    })
}
