import { isDeepStrictEqual } from 'node:util'
import type { SegmentCall } from '../../../build/runtime/receipt'
import { ownId } from '../../../shared/properties/own'
import { ownLayers, readingsOf } from '../layers'
import type { Scenario } from '../scenario'
import type { Trial } from '../trial'
import { contentOf } from './content'

type Calls = readonly SegmentCall[]

/** Compares the message ids of an event with those of another event that is almost the same. */
export function sharedId({ sent, other, scenario }: Trial): string | undefined {
  // A form shows its fields only, and not what is in their payload.
  if (scenario.sentAs !== 'json' || sent.body === undefined || other?.body === undefined) return undefined
  if (sent.error !== null || other.error !== null) return undefined
  const [calls, others] = [sent.calls, other.calls].map((all) => all.filter(isNotKept))
  if (calls === undefined || others === undefined) return undefined
  const [content, otherContent] = [sent.body, other.body].map((body) => saidBy(body, scenario))
  const isOther = content !== undefined && otherContent !== undefined && content !== otherContent
  return (isOther ? sharing(calls, others) : undefined) ?? byCall(calls, others)
}

/** A kept body also says where the event stood and how it was delivered. */
function isNotKept({ anonymousId }: SegmentCall): boolean {
  return anonymousId !== 'paytronix-kept'
}

/** What a body says of its one event, when nothing but that tells the event apart. */
function saidBy(body: string, scenario: Scenario): string | undefined {
  const [event, ...more] = readingsOf(JSON.parse(body), scenario) ?? []
  if (event?.reading === undefined || more.length > 0 || event.reading.get(ownId) !== undefined) return undefined
  return contentOf(ownLayers(event))
}

function sharing(calls: Calls, others: Calls): string | undefined {
  const shared = calls.find(({ messageId }) => others.some((one) => one.messageId === messageId))
  return shared && `two events share ${shared.messageId}`
}

/** What tells events apart whatever else they say: calls with one id agree in it. */
function identityOf({ type, event, userId, anonymousId, timestamp, properties }: SegmentCall): unknown {
  const { merchant_id } = (properties ?? {}) as Record<string, unknown>
  return [type, event, type === 'identify' ? userId : [userId, anonymousId], timestamp, merchant_id]
}

function byCall(calls: Calls, others: Calls): string | undefined {
  for (const call of calls.filter(isWhole)) {
    const same = others.find(({ messageId }) => messageId === call.messageId)
    if (same !== undefined && isWhole(same) && !isDeepStrictEqual(identityOf(call), identityOf(same))) {
      return `one id for ${JSON.stringify(call)} and ${JSON.stringify(same)}`
    }
  }
  return undefined
}

/** A shortened call may have lost what tells it apart. */
function isWhole({ properties }: SegmentCall): boolean {
  return !JSON.stringify(properties ?? {}).includes('"truncated_properties":')
}
