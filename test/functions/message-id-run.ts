import type { Members } from './property-run'
import { messageIds, type Send } from './run'

export const event = {
  eventType: 'Check-In',
  merchantId: '90417',
  userId: 'U-1',
  firstName: 'Dana',
  timestamp: '2025-07-18T19:04:32Z',
  store: { code: '0007', hours: [1, 2, { open: null }] },
  unheardOf: { deep: { attempt: 1, sentAt: 'a' } },
}
export const withId = { ...event, eventId: 'e-1' }

/** Compares the message ids of a file's bodies. */
export function messageIdRun(send: Send) {
  const idsOf = async (body: unknown, settings: Members = {}) => messageIds(await send(body, { settings }))

  /** Says that two bodies have the same ids. */
  async function expectSame(one: unknown, other: unknown, settings: Members = {}) {
    expect(await idsOf(other, settings)).toEqual(await idsOf(one, settings))
  }

  /** Says that two bodies have no id in common. */
  async function expectOther(one: unknown, other: unknown, settings: Members = {}) {
    const [ids, others] = [await idsOf(one, settings), await idsOf(other, settings)]
    expect(others.filter((id) => ids.includes(id))).toEqual([])
  }

  return { idsOf, expectSame, expectOther }
}
