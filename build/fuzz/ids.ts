import type { SegmentCall } from '../runtime/receipt'

const messageIdForm = /^paytronix-(?:track|identify)-[0-9a-f]{64}$/

/** What systems write where they know nobody. */
const nobody = /^(?:0+|-1|null|undefined|none|n\/a|anonymous|guest|unknown)$/i

/** What is wrong with the ids of a call; undefined when nothing is. */
export function wrongIds({ userId, anonymousId, messageId, context }: SegmentCall): string | undefined {
  const { externalIds = [] } = (context ?? {}) as { externalIds?: readonly { id: unknown }[] } // if not, it is of a wrong type
  const guest = [userId, anonymousId].filter((id) => id !== undefined)
  const others = externalIds.map(({ id }) => id)
  const wrong = [...guest, ...others].filter((id) => typeof id !== 'string' || id.trim() === '')
  if (wrong.length > 0 || guest.length === 0) return `the ids of its guest are ${JSON.stringify([...guest, ...others])}`
  if (guest.some((id) => nobody.test(String(id)))) return `its guest is ${JSON.stringify(guest)}, which is nobody`
  return messageIdForm.test(String(messageId)) ? undefined : `its message id is ${JSON.stringify(messageId)}`
}
