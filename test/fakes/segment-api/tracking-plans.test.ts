import type { TrackingPlan } from '../segment-api'
import { answer, invalid, missing, problem, workspace } from './answers'
import { send, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const ruleTypes = 'COMMON, GROUP, IDENTIFY, PAGE, SCREEN, TRACK'
const invalidSchema = (index: number) => [
  400,
  problem('bad-request', `rules[${index}].jsonSchema is not a valid JSON Schema`),
]
const keys = ({ rules }: TrackingPlan) => rules.map(({ key, version }) => `${key} ${version}`)

describe('tracking plans', () => {
  const schema = { type: 'object', properties: { points: { type: 'number' } } }
  const rule = { type: 'TRACK', key: 'Points Earned', version: 1, jsonSchema: schema }
  const success = [200, { status: 'SUCCESS' }]

  test('a plan is created, and found by its type', async () => {
    const [status, data] = await answer(api(), 'POST /tracking-plans', { name: 'Loyalty', type: 'LIVE' })
    api().app.addTrackingPlan({ type: 'TEMPLATE' })
    const [{ rules, ...plan } = { id: '', rules: [] }] = api().state.trackingPlans
    expect([status, data, rules]).toEqual([200, { trackingPlan: plan }, []])
    expect(plan).toEqual({
      ...{ id: expect.stringMatching(/^tp_\w{22}$/), name: 'Loyalty', slug: 'loyalty', description: '', type: 'LIVE' },
      ...{ createdAt: '2031-05-04T09:00:01.000Z', updatedAt: '2031-05-04T09:00:01.000Z' },
    })
    const [, live] = await answer(api(), 'GET /tracking-plans?type=LIVE')
    expect(live).toEqual(expect.objectContaining({ trackingPlans: [expect.objectContaining({ id: plan.id })] }))
    const [, all] = await answer(api(), 'GET /tracking-plans')
    expect(all).toEqual(expect.objectContaining({ pagination: expect.objectContaining({ totalEntries: 2 }) }))
  })

  test('PUT replaces every rule, PATCH only those it names', async () => {
    const { plan } = workspace(api())
    const rules = `/tracking-plans/${plan.id}/rules`
    const burned = { ...rule, key: 'Points Burned' }
    expect(await answer(api(), `PUT ${rules}`, { rules: [rule, burned] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1', 'Points Burned 1'])
    const renamed = { ...burned, newKey: 'Points Spent' }
    expect(await answer(api(), `PATCH ${rules}`, { rules: [renamed, { ...rule, version: 2 }] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1', 'Points Spent 1', 'Points Earned 2'])
    expect(await answer(api(), `PUT ${rules}`, { rules: [rule] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1'])
  })

  test('schemas come back in another order', async () => {
    const { plan } = workspace(api())
    await send(api(), `PUT /tracking-plans/${plan.id}/rules`, { rules: [rule] })
    const [, data] = await answer(api(), `GET /tracking-plans/${plan.id}/rules`)
    const [{ createdAt } = { createdAt: '' }] = plan.rules
    const times = { createdAt, updatedAt: createdAt, deprecatedAt: '0001-01-01T00:00:00.000Z' }
    const pagination = { current: expect.any(String), totalEntries: 1 }
    expect(data).toEqual({ rules: [{ ...rule, ...times }], pagination })
    expect(JSON.stringify(data)).toContain('{"properties":{"points":{"type":"number"}},"type":"object"}')
  })

  test.each<[string, string, object[], unknown]>([
    ['201 rules', 'PUT', Array(201).fill(rule), invalid('rules', 'must contain less than or equal to 200 items')],
    ['201 rules', 'PATCH', Array(201).fill(rule), invalid('rules', 'must contain less than or equal to 200 items')],
    ['a type no schema has', 'PUT', [rule, { ...rule, jsonSchema: { type: 'text' } }], invalidSchema(1)],
    ['an upper-case type', 'PATCH', [{ ...rule, jsonSchema: { type: 'OBJECT' } }], invalidSchema(0)],
    ['an unknown dialect', 'PUT', [{ ...rule, jsonSchema: { $schema: 'https://example.com' } }], invalidSchema(0)],
    ['a track rule for no event', 'PUT', [{ ...rule, key: undefined }], invalid('rules[0].key', 'is required')],
    ['no version', 'PUT', [{ ...rule, version: undefined }], invalid('rules[0].version', 'is required')],
    ['a name that PUT does not give', 'PUT', [{ ...rule, newKey: 'x' }], invalid('rules[0].newKey', 'is not allowed')],
    ['another type', 'PUT', [{ ...rule, type: 'track' }], invalid('rules[0].type', `must be one of ${ruleTypes}`)],
  ])('%s in a %s is refused, and nothing is changed', async (_name, method, rules, expected) => {
    const { plan } = workspace(api())
    expect(await answer(api(), `${method} /tracking-plans/${plan.id}/rules`, { rules })).toEqual(expected)
    expect(plan.rules).toEqual([])
  })

  test('200 rules are taken', async () => {
    const { plan } = workspace(api())
    const rules = Array.from({ length: 200 }, (_, version) => ({ ...rule, version }))
    expect(await answer(api(), `PUT /tracking-plans/${plan.id}/rules`, { rules })).toEqual(success)
    expect(plan.rules).toHaveLength(200)
  })

  test('a source is connected to one plan', async () => {
    const { plan, source } = workspace(api())
    const other = api().app.addTrackingPlan()
    const connect = ({ id }: { id: string }, sourceId = source.id) => {
      return answer(api(), `POST /tracking-plans/${id}/sources`, { sourceId })
    }
    expect(await connect(plan, 'unknown')).toEqual(missing('source'))
    expect(await connect(plan)).toEqual(success)
    expect(await connect(plan)).toEqual(success)
    expect(await connect(other)).toEqual([409, problem('conflict', 'source is connected to another tracking plan')])
    expect(await answer(api(), `GET /sources/${source.id}`)).toEqual([
      200,
      expect.objectContaining({ trackingPlanId: plan.id }),
    ])
    const [, data] = await answer(api(), `GET /tracking-plans/${plan.id}/sources`)
    expect(data).toEqual(expect.objectContaining({ sources: [expect.objectContaining({ id: source.id })] }))
  })
})
