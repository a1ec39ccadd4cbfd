import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { problem } from '../json/problem'
import type { JsonObject } from '../json/values'
import { isUsableAsKey } from '../privacy/never-emitted'

const deepest = 32

/** Delivery fields differ between deliveries of one event, and so say nothing of it. */
const deliveryNames: ReadonlySet<string> = new Set(['sentat', 'deliveredat', 'attempt', 'retrycount'])

/** Whether a key says something of a delivery, and not of the event. */
export function isDeliveryField(raw: string): boolean {
  return deliveryNames.has(foldName(raw))
}

/**
 * Walks a body once. True when it is in canonical form already (keys sorted, nothing in it that is left out of the
 * form), as bodies mostly are, since deployed functions get their keys in order.
 * @throws InvalidEventPayload when objects and arrays nest deeper than 32 levels.
 */
export function isCanonical(value: unknown, level = 1): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (level > deepest) {
    throw new InvalidEventPayload(problem('body', `at most ${deepest} levels of nesting`, 'more'))
  }
  let canonical = true
  if (Array.isArray(value)) {
    for (const item of value) if (!isCanonical(item, level + 1)) canonical = false
    return canonical
  }
  let previous = ''
  for (const raw in value) {
    if (raw < previous || isLeftOut(raw)) canonical = false
    if (!isCanonical((value as JsonObject)[raw], level + 1)) canonical = false // a key of the value itself
    previous = raw
  }
  return canonical
}

/** Whether the canonical form leaves a key out, or something under it; reckoned once per spelling. */
const isLeftOut = memo((raw: string): boolean => {
  return !isUsableAsKey(raw) || isDeliveryField(raw)
})
