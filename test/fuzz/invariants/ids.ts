import type { SegmentCall } from '../../../build/runtime/receipt'

const messageIdForm = /^paytronix-(?:track|identify)-[0-9a-f]{64}$/

/** Placeholders that systems write for an unknown person. */
const nobody = /^(?:0+|-1|null|undefined|none|n\/a|anonymous|guest|unknown)$/i

/** The problem with the ids of a call, if any. */
export function wrongIds({ userId, anonymousId, messageId, context }: SegmentCall): string | undefined {
  const { externalIds = [] } = (context ?? {}) as { externalIds?: readonly { id: unknown }[] } // another type is reported elsewhere
  const guest = [userId, anonymousId].filter((id) => id !== undefined)
  const all = [...guest, ...externalIds.map(({ id }) => id)]
  const isWrong = all.some((id) => typeof id !== 'string' || id.trim() === '')
  if (isWrong || guest.length === 0) return `the ids of its guest are ${JSON.stringify(all)}`
  if (guest.some((id) => nobody.test(String(id)))) return `its guest is ${JSON.stringify(guest)}, which is nobody`
  return messageIdForm.test(String(messageId)) ? undefined : `its message id is ${JSON.stringify(messageId)}`
}
