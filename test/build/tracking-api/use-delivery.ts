import type { SegmentCall } from '../../../build/runtime'
import { createDelivery, type DeliveryOptions, prepare } from '../../../build/tracking-api'
import type { Confirmed } from '../../../build/tracking-api/delivery'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'

/** What becomes of a call that arrives. */
export const delivered = { kind: 'delivered' }

/** Gives each test a server, and deliveries to it. A test ends with no rule broken, and the write key in no note. */
export function useDelivery() {
  const api = useTrackingApi()
  const notes: string[] = []
  const waits: number[] = []
  const time = { now: () => 0, elapsed: () => 0, sleep: async (ms: number) => void waits.push(ms), firstDelayMs: 0 }
  beforeEach(() => {
    notes.length = 0
    waits.length = 0
  })
  afterEach(() => {
    expect(api().violations).toEqual([])
    expect(notes.join()).not.toContain(writeKey)
  })
  return {
    api,
    notes,
    /** How long the deliveries have waited, in milliseconds, wait by wait. */
    waits,
    delivery(options: Partial<DeliveryOptions> = {}) {
      const note = (text: string) => void notes.push(text)
      const delivery = createDelivery({ writeKey, url: api().url, time, note, ...options })
      const deliver = (made: readonly SegmentCall[], confirmed?: Confirmed) =>
        delivery.deliver(
          made.map((one) => prepare(one)),
          confirmed,
        )
      return { deliver }
    },
    received: () => api().received.map(({ messageId }) => messageId),
    batches: () => api().requests.map(({ messageIds }) => messageIds.length),
    outcomes: () => api().requests.map(({ outcome }) => outcome),
  }
}

export function call(id: string, rest: Partial<SegmentCall> = {}): SegmentCall {
  return { type: 'track', event: 'Check-In', userId: '5', messageId: id, properties: {}, ...rest }
}

export function calls(count: number): SegmentCall[] {
  return Array.from({ length: count }, (_, index) => call(`m${index}`))
}

/** A call of which 15 fit into a batch. */
export function large(id: string, letter = 'x'): SegmentCall {
  return call(id, { properties: { text: letter.repeat(31_000 / Buffer.byteLength(letter)) } })
}

/** The message of the error that a delivery ends with. */
export async function complaint(work: Promise<unknown>): Promise<string> {
  const error: Error = await work.then(
    () => expect('the delivery').toBe('failed'),
    (thrown) => thrown,
  )
  expect(error.message).not.toContain(writeKey)
  expect(error.name).toBe('UserError')
  return error.message
}
