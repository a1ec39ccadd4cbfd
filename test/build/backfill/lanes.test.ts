import type { HistoryCall } from '../../../build/backfill/body-result'
import { Lanes } from '../../../build/backfill/lanes'
import type { Delivery } from '../../../build/tracking-api'

/** Deliveries that end when the test says so, each known by the numbers of its calls. */
function heldDelivery() {
  const held = new Map<string, () => void>()
  const deliver: Delivery['deliver'] = async (calls, confirmed) => {
    await new Promise<void>((resolve) => held.set(calls.map(({ json }) => String(json)).join(), resolve))
    const outcomes = calls.map(() => ({ kind: 'delivered' }) as const)
    for (const [index, outcome] of outcomes.entries()) confirmed?.(index, outcome)
    return outcomes
  }
  const end = async (name: string) => {
    const resolve = held.get(name)
    held.delete(name)
    resolve?.()
    await settled()
  }
  return { delivery: { deliver }, underWay: () => [...held.keys()], end }
}

/** Lets everything happen that can. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function lanesOf(delivery: Delivery, onFailure: (error: unknown) => void = () => undefined): Lanes {
  return new Lanes({
    count: 2,
    delivery,
    onFailure,
    batch: 10,
    gather: async () => undefined,
  })
}

/** Its number is its text. */
function call(number: number, { userId, anonymousId }: { userId?: string; anonymousId?: string }): HistoryCall {
  const ids = [userId, anonymousId].filter((id) => id !== undefined)
  return { json: Buffer.from(`${number}`), refusal: undefined, name: 'Check-In', ids, time: undefined }
}

test('guests go side by side, and each one’s calls one after the other', async () => {
  const { delivery, underWay, end } = heldDelivery()
  const lanes = lanesOf(delivery)
  const confirmed: number[] = []
  const add = (number: number, userId: string) => lanes.add(call(number, { userId }), () => confirmed.push(number))
  await add(1, 'a')
  await add(2, 'b')
  await settled()
  await add(3, 'a')
  await add(4, 'b')
  await settled()
  expect(underWay()).toEqual(['1', '2'])
  await end('2')
  expect(underWay()).toEqual(['1', '4'])
  await end('1')
  await end('4')
  await end('3')
  await lanes.drain()
  expect(confirmed).toEqual([2, 1, 4, 3])
})

test('a call that joins two guests waits until one of them has nothing under way', async () => {
  const { delivery, underWay, end } = heldDelivery()
  const lanes = lanesOf(delivery)
  await lanes.add(call(1, { userId: 'a' }), () => undefined)
  await lanes.add(call(2, { anonymousId: 'card' }), () => undefined)
  const joined = lanes.add(call(3, { userId: 'a', anonymousId: 'card' }), () => undefined)
  await settled()
  expect(underWay()).toEqual(['1', '2'])
  await end('1')
  await joined
  await settled()
  expect(underWay()).toEqual(['2'])
  await end('2')
  expect(underWay()).toEqual(['3'])
  await end('3')
  await lanes.drain()
})

test('once stopped, what is under way comes back and nothing more is sent', async () => {
  const { delivery, underWay, end } = heldDelivery()
  const lanes = lanesOf(delivery)
  await lanes.add(call(1, { userId: 'a' }), () => undefined)
  await settled()
  await lanes.add(call(2, { userId: 'a' }), () => undefined)
  lanes.stop()
  await lanes.add(call(3, { userId: 'b' }), () => undefined)
  await end('1')
  await lanes.drain()
  expect(underWay()).toEqual([])
})

test('a delivery that fails is reported', async () => {
  const errors: unknown[] = []
  const error = new Error('not reached')
  const lanes = lanesOf({ deliver: () => Promise.reject(error) }, (one) => errors.push(one))
  await lanes.add(call(1, { userId: 'a' }), () => undefined)
  await lanes.drain()
  expect(errors).toEqual([error])
})
