import { problem } from './errors'
import { foldName } from './keys'
import { memo } from './memo'
import { isUsableAsKey } from './never-emitted'

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
  if (level > deepest) throw new InvalidEventPayload(problem('body', `at most ${deepest} levels of nesting`, 'more'))
  return Array.isArray(value)
    ? isCanonicalList(value, level)
    : isCanonicalObject(value as Record<string, unknown>, level)
}

function isCanonicalList(list: readonly unknown[], level: number): boolean {
  let canonical = true
  for (const item of list) if (!isCanonical(item, level + 1)) canonical = false
  return canonical
}

function isCanonicalObject(object: Readonly<Record<string, unknown>>, level: number): boolean {
  let canonical = true
  let previous = ''
  for (const raw in object) {
    if (raw < previous || isLeftOut(raw)) canonical = false
    if (!isCanonical(object[raw], level + 1)) canonical = false
    previous = raw
  }
  return canonical
}

/** Whether the canonical form leaves a key out, or something under it; reckoned once per spelling. */
const isLeftOut = memo((raw: string): boolean => {
  return !isUsableAsKey(raw) || isDeliveryField(raw)
})
