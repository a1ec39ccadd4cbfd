import type { Json, WebhookRequest } from '../runtime'
import type { Delivery, Fate } from './deliveries'
import { dress } from './dress'
import { type Fragment, merchant } from './fragments'
import { createRandom, type Random } from './random'
import { reorder, respell } from './spelling'
import { type Stall, stallHeader } from './stall'

const shareOfForms = 0.1
const stalls: Partial<Record<Fate, Stall>> = { stalledBefore: 'before', stalledAfter: 'after' }

/** What a delivery sends: JSON, whose keys the runtime puts in order, or a form, in which they stay as they are. */
export function requestOf(delivery: Delivery): WebhookRequest {
  const random = createRandom(delivery.seed)
  const whole = JSON.stringify(reorder(bodyOf(delivery, random), random))
  const json = delivery.fate === 'cutOff' ? whole.slice(0, random.between(1, whole.length - 1)) : whole
  const isForm = random.chance(shareOfForms)
  const stall = stalls[delivery.fate]
  return {
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(stall && { [stallHeader]: stall }),
    },
    body: isForm ? `payload=${encodeURIComponent(json)}` : json,
  }
}

function bodyOf(delivery: Delivery, random: Random): Json {
  const { events, form } = delivery.notification
  const bodies = events.map((event) => ({ ...dress(event), ...deliveryFields(delivery, random) }))
  if (form === 'alone') return bodies[0] ?? {}
  return form === 'list' ? bodies : { ...envelopeFields(delivery, random), [form]: bodies }
}

/** What a delivery says of itself, and not of the event. */
function deliveryFields({ at, attempt }: Delivery, random: Random): Fragment {
  const sentAt = new Date(at).toISOString()
  const fields = random.pick<Fragment>([{}, { attempt }, { retryCount: attempt - 1 }, { sentAt, attempt }])
  return respell(fields, random)
}

/** An envelope has an id and a time of its own, which are none of its events'. */
function envelopeFields(delivery: Delivery, random: Random): Fragment {
  const { at, seed } = delivery
  const own = random.pick<Fragment>([{}, { messageId: `envelope-${seed}` }, { timestamp: new Date(at).toISOString() }])
  return { merchantId: Number(merchant), ...own, ...deliveryFields(delivery, random) }
}
