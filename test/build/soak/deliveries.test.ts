import { type Delivery, deliveriesOf, fates } from '../../../build/soak/deliveries'
import { type Notification, notificationsOf } from '../../../build/soak/notifications'
import { createRandom } from '../../../build/soak/random'
import { tellTimeline } from '../../../build/soak/timeline'

const random = createRandom(1)
const { events } = tellTimeline(random, { events: 2000, guests: 200 })
const notifications = notificationsOf(events, random)
const deliveries = deliveriesOf(notifications, random)
const byNotification = new Map<Notification, Delivery[]>(notifications.map((notification) => [notification, []]))
for (const delivery of deliveries) byNotification.get(delivery.notification)?.push(delivery)

test('every event is in one notification', () => {
  expect(notifications.flatMap((notification) => notification.events)).toEqual(events)
})

test('deliveries come in the order of their arrival, which is not the order of the events', () => {
  const arrivals = deliveries.map(({ at }) => at)
  expect(arrivals).toEqual(arrivals.toSorted((one, other) => one - other))
  const numbers = deliveries.map(({ notification }) => notification.events[0]?.number ?? -1)
  expect(numbers).not.toEqual(numbers.toSorted((one, other) => one - other))
})

test('each notification is delivered whole 1 to 4 times, at last and within 24 hours of the first delivery', () => {
  const copies = new Set<number>()
  const lasts = new Set<string | undefined>()
  let longest = 0
  for (const all of byNotification.values()) {
    copies.add(all.filter(({ fate }) => fate === 'whole').length)
    lasts.add(all.at(-1)?.fate)
    longest = Math.max(longest, (all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0))
  }
  expect([...copies].sort()).toEqual([1, 2, 3, 4])
  expect([...lasts]).toEqual(['whole'])
  expect(longest).toBeLessThan(24 * 60 * 60 * 1000)
})

test('there are deliveries of every fate', () => {
  expect(new Set(deliveries.map(({ fate }) => fate))).toEqual(new Set(fates))
})
