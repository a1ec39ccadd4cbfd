import { createRuntime, type Receipt, type WebhookRequest } from '../runtime'
import { limits } from '../runtime/limits'
import { grouped } from '../system/numbers'
import { type Delivery, deliveriesOf, type Fate } from './deliveries'
import type { Found } from './discrepancies'
import { merchant } from './fragments'
import { type Balance, Ledger } from './ledger'
import { notificationsOf } from './notifications'
import type { SoakOptions } from './part'
import { createRandom } from './random'
import { requestOf } from './requests'
import { stallHeader, withStalls } from './stall'
import { nameOf, tellTimeline } from './timeline'

/** What came of a redelivery. */
export interface Redelivered extends Balance {
  readonly events: number
  readonly guests: number
  /** What is sent at once: an event, or several. */
  readonly notifications: number
  readonly deliveries: Readonly<Record<Fate, number>>
  readonly duplicatesDropped: number
  readonly found: Found
}

/** A function that stalls is not waited for as long as Segment would, but long enough to make its calls. */
const stallLimitMs = 25
const deliveriesPerProgress = 500

const endings: Readonly<Record<Fate, Receipt['status']>> = {
  whole: 'ok',
  answerLost: 'ok',
  cutOff: 'rejected',
  stalledBefore: 'timeout',
  stalledAfter: 'timeout',
}

/**
 * Delivers a generated story through the local runtime, with repetitions, faults and out of order, and holds what Segment
 * would deliver against it: every event exactly once, every guest under one identity, all points.
 */
export async function redeliver(
  code: string,
  options: SoakOptions,
  progress: (text: string) => void,
): Promise<Redelivered> {
  const random = createRandom(options.seed)
  const timeline = tellTimeline(random, options)
  const notifications = notificationsOf(timeline.events, random)
  const deliveries = deliveriesOf(notifications, random)
  const ledger = new Ledger(timeline)
  const counts = { whole: 0, cutOff: 0, stalledBefore: 0, stalledAfter: 0, answerLost: 0 }
  let duplicatesDropped = 0
  for await (const [delivery, receipt] of receiptsOf(code, deliveries, progress)) {
    counts[delivery.fate]++
    audit(delivery, receipt, ledger)
    duplicatesDropped += receipt.discarded.filter(isDuplicate).length
    for (const call of receipt.calls) ledger.take(call)
  }
  return {
    ...{ events: options.events, guests: options.guests },
    notifications: notifications.length,
    deliveries: counts,
    duplicatesDropped,
    ...ledger.close(),
    found: ledger.found,
  }
}

async function* receiptsOf(
  code: string,
  deliveries: readonly Delivery[],
  progress: (text: string) => void,
): AsyncGenerator<[Delivery, Receipt]> {
  let now = 0
  const options = { settings: { merchantId: merchant }, timeLimitMs: limitOf, now: () => now }
  const runtime = createRuntime(withStalls(code), options)
  try {
    for (const [index, delivery] of deliveries.entries()) {
      if (index % deliveriesPerProgress === 0) progress(`delivery ${grouped(index)} of ${grouped(deliveries.length)} …`)
      now = delivery.at
      yield [delivery, await runtime.receive(requestOf(delivery))]
    }
  } finally {
    await runtime.close()
    progress('')
  }
}

function limitOf({ headers = {} }: WebhookRequest): number {
  return stallHeader in headers ? stallLimitMs : limits.requestMs
}

/** Notes what a delivery should not have come to. */
function audit({ notification, fate }: Delivery, { status, error, logs, discarded }: Receipt, ledger: Ledger): void {
  const [first] = notification.events
  const delivery = `a delivery of ${first && nameOf(first)}`
  if (status !== endings[fate]) {
    const why = error === null ? '' : ` (${error.message})`
    ledger.note(`${delivery} ended as ${status}${why}, expected ${endings[fate]}`)
  }
  for (const { text } of logs) ledger.note(`${delivery} logged: ${text}`)
  for (const one of discarded) if (!isDuplicate(one)) ledger.note(`${delivery}: a call was discarded: ${one.reason}`)
}

function isDuplicate({ reason }: Receipt['discarded'][number]): boolean {
  return reason === 'duplicate messageId'
}
