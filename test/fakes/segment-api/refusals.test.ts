import { answer, created, invalid, missing, problem, secret } from './answers'
import { request, token, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const types = 'DESTINATION, INSERT_DESTINATION, INSERT_SOURCE, INSERT_TRANSFORMATION, SOURCE'
const planTypes = 'ENGAGE, LIVE, PROPERTY_LIBRARY, RULE_LIBRARY, TEMPLATE'

describe('what is wrong with a request', () => {
  const source = { slug: 'loyalty', enabled: true, metadataId: 'unknown' }
  const plan = { name: 'Loyalty', type: 'LIVE' }
  test.each<[string, unknown, unknown]>([
    ['GET /functions', undefined, invalid('resourceType', 'is required')],
    ['GET /functions?resourceType=source', undefined, invalid('resourceType', `must be one of ${types}`)],
    ['GET /functions?resourceType=SOURCE&limit=5', undefined, invalid('limit', 'is not allowed')],
    [
      'GET /sources?pagination[count]=1001',
      undefined,
      invalid('pagination[count]', 'must be less than or equal to 1000'),
    ],
    ['GET /sources?pagination[count]=0', undefined, invalid('pagination[count]', 'must be a positive integer')],
    ['GET /sources?pagination[cursor]=x', undefined, invalid('pagination[cursor]', 'is not a cursor of this list')],
    ['GET /tracking-plans?type=live', undefined, invalid('type', `must be one of ${planTypes}`)],
    ['POST /functions', undefined, invalid('code', 'is required')],
    ['POST /functions', { ...created, name: 'x' }, invalid('name', 'is not allowed')],
    ['POST /functions', { ...created, code: 1 }, invalid('code', 'must be of type string')],
    ['POST /functions', { ...created, resourceType: 'source' }, invalid('resourceType', `must be one of ${types}`)],
    [
      'POST /functions',
      { ...created, settings: [{ ...secret, description: undefined }] },
      invalid('settings[0].description', 'is required'),
    ],
    [
      'POST /functions',
      { ...created, settings: [secret, { ...secret, default: '' }] },
      invalid('settings[1].default', 'is not allowed'),
    ],
    ['POST /sources', { ...source, name: 'Loyalty' }, invalid('name', 'is not allowed')],
    ['POST /sources', { ...source, slug: '' }, invalid('slug', 'is not allowed to be empty')],
    ['POST /sources', { ...source, enabled: undefined }, invalid('enabled', 'is required')],
    ['POST /sources', { ...source, enabled: 'yes' }, invalid('enabled', 'must be of type boolean')],
    ['POST /sources', source, missing('metadata')],
    ['POST /tracking-plans', { name: 'Loyalty' }, invalid('type', 'is required')],
    ['POST /tracking-plans', { ...plan, rules: [] }, invalid('rules', 'is not allowed')],
    ['GET /functions/sfnc_unknown', undefined, missing('function')],
    ['GET /functions/sfn_unknown', undefined, [400, problem('bad-request', 'provide a valid Function id')]],
    ['GET /sources/unknown', undefined, missing('source')],
  ])('%s %j', async (call, body, expected) => {
    expect(await answer(api(), call, body)).toEqual(expected)
    expect(api().state).toEqual(expect.objectContaining({ functions: [], sources: [], trackingPlans: [] }))
    expect(api().violations).toEqual([])
  })

  test.each([
    ['no JSON', { body: '{"code"' }, 'request body is not JSON'],
    [
      'another content type',
      { headers: { Authorization: `Bearer ${token}` } },
      'Content-Type must be application/json',
    ],
  ])('%s is refused with 400', async (_name, init, message) => {
    const response = await request(api(), 'POST /functions', created, init)
    expect([response.status, await response.json()]).toEqual([400, { errors: problem('bad-request', message) }])
  })

  test.each(['GET /function', 'PUT /functions', 'PUT /sources/x', 'GET /functions/'])(
    '%s does not exist, which is noted',
    async (call) => {
      expect(await answer(api(), call)).toEqual(missing('endpoint'))
      expect(api().violations).toEqual([`asked for what Segment does not have: ${call}`])
    },
  )
})
