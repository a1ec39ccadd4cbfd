import { isDeepStrictEqual } from 'node:util'
import type { SegmentCall } from '../../../build/runtime/receipt'
import type { Trial } from '../trial'
import { contentOf, holdsOwnId, isOneEvent } from './content'

type Calls = readonly SegmentCall[]

const rejected = 'Paytronix Event Rejected'

/** Compares the message ids of two almost equal events. */
export function sharedId({ sent, other, scenario }: Trial): string | undefined {
  // The body of a form has only the form's fields, not the contents of their payload.
  if (scenario.sentAs !== 'json' || sent.body === undefined || other?.body === undefined) return undefined
  if (sent.error !== null || other.error !== null) return undefined
  const [body, otherBody]: unknown[] = [JSON.parse(sent.body), JSON.parse(other.body)]
  if (scenario.ownIds !== undefined && isOneEvent(body) && isOneEvent(otherBody)) {
    return byOwnId(sent.calls, other.calls, scenario.ownIds)
  }
  if (holdsOwnId(body) || holdsOwnId(otherBody)) return undefined
  return byContent(body, otherBody, sent.calls, other.calls) ?? byCall(sent.calls, other.calls)
}

/** Events with an own id differ by merchant, type and own id. */
function byOwnId(calls: Calls, others: Calls, [id, otherId]: readonly [string, string]): string | undefined {
  const [track, other] = [calls.at(-1), others.at(-1)]
  if (track === undefined || other === undefined || [track, other].some(isUncertain)) return undefined
  const isSame = id === otherId && isDeepStrictEqual(merchantAndType(track), merchantAndType(other))
  if (!isSame) return sharing(calls, others)
  return sharing(calls, others) === undefined ? 'one event has two ids' : undefined
}

/** A rejected event uses its content instead, and a shortened one may lack its merchant. */
function isUncertain({ event, properties }: SegmentCall): boolean {
  return event === rejected || JSON.stringify(properties).includes('"truncated_properties":')
}

function merchantAndType({ event, properties }: SegmentCall): unknown {
  return [event, (properties as { merchant_id?: unknown }).merchant_id] // every track call has properties
}

/** Events without an own id differ by content. */
function byContent(body: unknown, otherBody: unknown, calls: Calls, others: Calls): string | undefined {
  const [content, other] = [contentOf(body), contentOf(otherBody)]
  return content === undefined || other === undefined || content === other ? undefined : sharing(calls, others)
}

function sharing(calls: Calls, others: Calls): string | undefined {
  const shared = calls.find(({ messageId }) => others.some((one) => one.messageId === messageId))
  return shared && `two events share ${shared.messageId}`
}

/** Calls with the same id are equal. Only a rejected event also has its place and the details of its delivery. */
function byCall(calls: Calls, others: Calls): string | undefined {
  for (const call of calls.filter(({ event }) => event !== rejected)) {
    const same = others.find(({ messageId }) => messageId === call.messageId)
    if (same !== undefined && !isDeepStrictEqual(call, same)) {
      return `one id for ${JSON.stringify(call)} and ${JSON.stringify(same)}`
    }
  }
  return undefined
}
