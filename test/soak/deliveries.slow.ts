import { type Delivery, deliveriesOf, fates } from './deliveries'
import { makeEvents, type SoakEvent } from './events'
import { createRandom } from './random'

const random = createRandom(1)
const events = makeEvents([{ eventType: 'Check-In' }], { events: 2000, guests: 200 }, random)
const deliveries = deliveriesOf(events, random)
const byEvent = new Map(events.map((event): [SoakEvent, Delivery[]] => [event, []]))
for (const delivery of deliveries) for (const event of delivery.events) byEvent.get(event)?.push(delivery)

test('deliveries come in the order of their arrival, which is not the order of the events', () => {
  const arrivals = deliveries.map(({ at }) => at)
  expect(arrivals).toEqual(arrivals.toSorted((one, other) => one - other))
  const numbers = deliveries.map(({ events: [first] }) => first?.number ?? -1)
  expect(numbers).not.toEqual(numbers.toSorted((one, other) => one - other))
})

test('each event is delivered whole 1 to 4 times, at last and within 24 hours of the first delivery', () => {
  const all = [...byEvent.values()]
  const copies = new Set(all.map((own) => own.filter(({ fate }) => fate === 'whole').length))
  expect([...copies].sort()).toEqual([1, 2, 3, 4])
  expect(new Set(all.map((own) => own.at(-1)?.fate))).toEqual(new Set(['whole']))
  const longest = Math.max(...all.map((own) => (own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0)))
  expect(longest).toBeLessThan(24 * 60 * 60 * 1000)
})

test('there are deliveries of every fate', () => {
  expect(new Set(deliveries.map(({ fate }) => fate))).toEqual(new Set(fates))
})
