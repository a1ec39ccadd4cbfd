import { createSegmentApi } from '../../../build/segment-api'
import { token, useSegmentApi } from '../../fakes/segment-api/use-segment-api'

const fake = useSegmentApi()
const time = { now: () => 0, elapsed: () => 0, sleep: async () => undefined, firstDelayMs: 0 }
const plans = () => createSegmentApi({ baseUrl: fake().url, token, time, note: () => undefined }).trackingPlans
const rules = Array.from({ length: 450 }, (_, number) => {
  return { type: 'TRACK', key: `Event ${number}`, version: 1, jsonSchema: { type: 'object' } } as const
})
const sent = () => fake().requests.flatMap(({ method }) => (method === 'GET' ? [] : method))

afterEach(() => expect(fake().violations).toEqual([]))

test('more rules than Segment takes at once are added in several calls, and all are read', async () => {
  const { id } = fake().app.addTrackingPlan()
  await plans().upsertRules(id, rules)
  expect(sent()).toEqual(['PATCH', 'PATCH', 'PATCH'])
  expect(await plans().rules(id)).toHaveLength(450)
})

test('more rules than Segment takes at once replace all others', async () => {
  const { id } = fake().app.addTrackingPlan()
  await plans().upsertRules(id, [{ type: 'TRACK', key: 'Other', version: 1, jsonSchema: { type: 'object' } }])
  await plans().replaceRules(id, rules)
  expect(sent()).toEqual(['PATCH', 'PUT', 'PATCH', 'PATCH'])
  expect((await plans().rules(id)).filter(({ key }) => key === 'Other')).toEqual([])
})
