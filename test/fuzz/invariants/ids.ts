import type { SegmentCall } from '../../../build/runtime/receipt'

/** Mixpanel takes no other ids than UUIDs of version 4. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What systems write for somebody they do not know. */
const nobody = /^(?:0+|-1|null|undefined|none|n\/a|true|false|anonymous|guest|unknown)$/i

/** What is wrong with the ids of a call. */
export function wrongIds({ userId, anonymousId, messageId, context }: SegmentCall): string | undefined {
  const { externalIds = [] } = (context ?? {}) as { externalIds?: readonly { id: unknown }[] } // another type is reported elsewhere
  const guest = [userId, anonymousId].filter((id) => id !== undefined)
  const all = [...guest, ...externalIds.map(({ id }) => id)]
  const isWrong = all.some((id) => typeof id !== 'string' || id.trim() === '')
  if (isWrong || guest.length === 0) return `the ids of its guest are ${JSON.stringify(all)}`
  if (guest.some((id) => nobody.test(String(id)))) return `its guest is ${JSON.stringify(guest)}, which is nobody`
  if (!uuid.test(String(messageId))) return `its message id is ${JSON.stringify(messageId)}`
  const isKnown = anonymousId === undefined || anonymousId === 'paytronix-kept' || uuid.test(String(anonymousId))
  return isKnown ? undefined : `its anonymous id is ${JSON.stringify(anonymousId)}`
}
