import { type SegmentApi, startSegmentApi, type TrackingPlan } from './segment-api'
import { request, send, token, useSegmentApi } from './segment-api/use-segment-api'

const api = useSegmentApi()

const types = 'DESTINATION, INSERT_DESTINATION, INSERT_SOURCE, INSERT_TRANSFORMATION, SOURCE'
const planTypes = 'ENGAGE, LIVE, PROPERTY_LIBRARY, RULE_LIBRARY, TEMPLATE'
const ruleTypes = 'COMMON, GROUP, IDENTIFY, PAGE, SCREEN, TRACK'
const dimensions = 'eventName, eventType, discardReason, appVersion'
const tooLong = 'is too long after startTime for this granularity'
const tooLongAgo = 'is too long ago for this granularity'
const code = 'async function onRequest() {}'
const secret = {
  name: 'secret',
  label: 'Secret',
  description: 'A secret',
  type: 'STRING' as const,
  required: true,
  sensitive: true,
}
const created = { code, displayName: 'Loyalty', resourceType: 'SOURCE' as const }

/** What a call gave: its status, and the part of the answer that the test is about. */
async function answer(call: string, body?: unknown, of = api()): Promise<[number, unknown]> {
  const reply = await send(of, call, body)
  return [reply.status, reply.body.data ?? reply.body.errors]
}

const problem = (type: string, message: string, field?: string) => [{ type, message, ...(field && { field }) }]
const invalid = (field: string, message: string) => [422, problem('input-validation', `"${field}" ${message}`, field)]
const missing = (what: string) => [404, problem('not-found', `${what} not found`)]
const wrongInstance = [400, problem('bad-request', 'provide a valid Source function instance ID')]

const invalidSchema = (index: number) => [
  400,
  problem('bad-request', `rules[${index}].jsonSchema is not a valid JSON Schema`),
]
const deployed = { functionDeployment: { status: 'SUCCESS' } }
const between = (start: string, end: string, granularity = 'HOUR') => {
  return `startTime=${start}&endTime=${end}&granularity=${granularity}`
}
const keys = ({ rules }: TrackingPlan) => rules.map(({ key, version }) => `${key} ${version}`)

/** What a function's own page tells of its deployment. */
async function details(id: string) {
  const [, data] = await answer(`GET /functions/${id}`)
  const { code, isLatestVersion, deployedAt } = (data as { function: Record<string, unknown> }).function // its answer
  return { code, isLatestVersion, deployedAt }
}

async function pageOf(call: string, of = api()) {
  const { body } = await send(of, call)
  const { sources, pagination } = body.data as { sources: { slug: string }[]; pagination: Record<string, unknown> } // a page
  return { slugs: sources.map(({ slug }) => slug), ...pagination } as { slugs: string[] } & Record<string, unknown>
}

/** A function with an instance that runs its first version, and a plan. */
function workspace({ app }: SegmentApi) {
  const fn = app.addFunction({ ...created, settings: [secret] })
  const source = app.addInstance(fn, { slug: 'loyalty', settings: { secret: 'hush', merchantId: '7' } })
  app.deploy(fn.id)
  const plan = app.addTrackingPlan({ name: 'Loyalty' })
  return { fn, source, plan }
}

describe('who may call', () => {
  test.each([
    ['no token', {}, ['sent no token: GET /']],
    ['another token', { Authorization: 'Bearer other' }, []],
    ['a token of no scheme', { Authorization: token }, []],
  ])('%s is refused with 401', async (_name, headers, violations) => {
    const response = await request(api(), 'GET /', undefined, { headers })
    expect([response.status, await response.json()]).toEqual([401, { errors: problem('unauthorized', 'unauthorized') }])
    expect(api().violations).toEqual(violations)
  })

  test('the right token gets its workspace, with the remaining limit', async () => {
    const { status, headers, body } = await send(api(), 'GET /')
    expect([status, body]).toEqual([200, { data: { workspace: { id: 'w1', slug: 'acme-dev', name: 'Acme Dev' } } }])
    expect(headers.get('x-ratelimit-consumed')).toBe('1')
    expect(headers.get('x-ratelimit-remaining')).toBe('999')
    expect(headers.get('x-ratelimit-reset')).toBe('Sun, 04 May 2031 09:01:01 GMT')
  })

  test('a refusal does not tell what is left', async () => {
    const { status, headers } = await send(api(), 'GET /functions/sfnc_unknown')
    expect([status, headers.get('x-ratelimit-remaining')]).toEqual([404, null])
  })

  test('a token in an address or a body is noted', async () => {
    await send(api(), `GET /?token=${token}`)
    await send(api(), 'POST /functions', { ...created, description: token })
    expect(api().violations).toEqual([
      'sent the token in the open: GET /',
      'sent the token in the open: POST /functions',
    ])
  })

  test('every request is logged as it came', async () => {
    await send(api(), 'PATCH /functions/sfnc_1?a=b', { code })
    expect(api().requests).toEqual([
      {
        ...{ method: 'PATCH', path: '/functions/sfnc_1', query: { a: 'b' }, body: { code } },
        headers: expect.objectContaining({ authorization: `Bearer ${token}`, 'content-type': 'application/json' }),
      },
    ])
  })
})

describe('what is wrong with a request', () => {
  const source = { slug: 'loyalty', enabled: true, metadataId: 'unknown' }
  const plan = { name: 'Loyalty', type: 'LIVE' }
  test.each<[string, unknown, unknown]>([
    ['GET /functions', undefined, invalid('resourceType', 'is required')],
    ['GET /functions?resourceType=source', undefined, invalid('resourceType', `must be one of ${types}`)],
    ['GET /functions?resourceType=SOURCE&limit=5', undefined, invalid('limit', 'is not allowed')],
    [
      'GET /sources?pagination.count=1001',
      undefined,
      invalid('pagination.count', 'must be less than or equal to 1000'),
    ],
    ['GET /sources?pagination[count]=0', undefined, invalid('pagination.count', 'must be a positive integer')],
    ['GET /sources?pagination[cursor]=x', undefined, invalid('pagination.cursor', 'is not a cursor of this list')],
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
    ['GET /tracking-plans/unknown', undefined, missing('tracking plan')],
  ])('%s %j', async (call, body, expected) => {
    expect(await answer(call, body)).toEqual(expected)
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

  test.each(['GET /function', 'PUT /functions', 'DELETE /sources/x', 'GET /functions/'])(
    '%s does not exist, which is noted',
    async (call) => {
      expect(await answer(call)).toEqual(missing('endpoint'))
      expect(api().violations).toEqual([`asked for what Segment does not have: ${call}`])
    },
  )
})

describe('functions', () => {
  test('a created function is saved and not deployed', async () => {
    const [status, data] = await answer('POST /functions', { ...created, settings: [secret] })
    const [{ id, catalogId } = { id: '', catalogId: '' }] = api().state.functions
    expect([id, catalogId]).toEqual([`sfnc_${catalogId}`, expect.stringMatching(/^[A-Za-z0-9]{22}$/)])
    const listed = {
      ...{ id, catalogId, resourceType: 'SOURCE', displayName: 'Loyalty', description: '', logoUrl: '' },
      ...{ createdAt: '2031-05-04T09:00:01.000Z', createdBy: 'owner' },
    }
    const saved = {
      ...{ ...listed, code, settings: [secret], deployedAt: null, isLatestVersion: false },
      ...{ previewWebhookUrl: '', workspaceId: 'w1', buildpack: 'boreal' },
    }
    expect([status, data]).toEqual([200, { function: saved }])
    expect(await answer(`GET /functions/${id}`)).toEqual([200, { function: saved }])
    const pagination = { current: expect.any(String), totalEntries: 1 }
    expect(await answer('GET /functions?resourceType=SOURCE')).toEqual([200, { functions: [listed], pagination }])
    const none = { functions: [], pagination: { ...pagination, totalEntries: 0 } }
    expect(await answer('GET /functions?resourceType=DESTINATION')).toEqual([200, none])
  })

  test('two servers give the same ids and times', async () => {
    const other = await startSegmentApi({ token })
    const [one, two] = [workspace(api()), workspace(other)]
    await other.close()
    expect(one).toEqual(two)
    expect(one.fn.id).not.toBe(`sfnc_${one.source.id}`)
  })

  test('a workspace has room for 25', async () => {
    api().app.addFunctions(24)
    expect((await answer('POST /functions', created))[0]).toBe(200)
    const full = problem('input-validation', 'a workspace has at most 25 functions')
    expect(await answer('POST /functions', created)).toEqual([422, full])
    expect(api().state.functions).toHaveLength(25)
  })

  test('a change of code is a new version, which runs when it is deployed', async () => {
    const { fn, source } = workspace(api())
    const before = await details(fn.id)
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const saved = await details(fn.id)
    expect(await answer(`POST /functions/sfn_${source.id}/deploy`)).toEqual([200, deployed])
    const after = await details(fn.id)
    expect([before, saved, after]).toEqual([
      { code, isLatestVersion: true, deployedAt: '2031-05-04T09:00:02.000Z' },
      { code: '// 2', isLatestVersion: false, deployedAt: '2031-05-04T09:00:02.000Z' },
      { code: '// 2', isLatestVersion: true, deployedAt: '2031-05-04T09:00:08.000Z' },
    ])
    expect(api().violations).toEqual([])
  })

  test('a change of anything else is no version', async () => {
    const { fn } = workspace(api())
    const changes = { displayName: 'Other', description: 'd', logoUrl: 'https://example.com/l.png', settings: [] }
    expect((await answer(`PATCH /functions/${fn.id}`, changes))[0]).toBe(200)
    expect(fn).toEqual(expect.objectContaining({ ...changes, versions: [expect.objectContaining({ code })] }))
  })

  test('a function is at its latest version when every instance is, a disabled one too', async () => {
    const { fn, source } = workspace(api())
    const second = api().app.addInstance(fn)
    api().app.setEnabled(second.id, false)
    const one = await details(fn.id)
    await send(api(), `POST /functions/sfn_${second.id}/deploy`)
    const both = await details(fn.id)
    api().app.editCode(fn.id, '// edited')
    await send(api(), `POST /functions/sfn_${source.id}/deploy`)
    const half = await details(fn.id)
    expect([one, both, half].map(({ isLatestVersion }) => isLatestVersion)).toEqual([false, true, false])
    expect(api().violations).toEqual([])
  })

  test('an instance is deployed by its instance id alone', async () => {
    const { fn, source } = workspace(api())
    api().app.addSources(1)
    const other = api().state.sources.at(-1)?.id
    for (const id of [fn.id, fn.catalogId, source.id, `sfnc_${source.id}`, `sfn_${other}`]) {
      expect([id, await answer(`POST /functions/${id}/deploy`)]).toEqual([id, wrongInstance])
    }
    expect(await answer(`POST /functions/sfn_${fn.catalogId}/deploy`)).toEqual(missing('source'))
    const withBody = await answer(`POST /functions/sfn_${source.id}/deploy`, { functionId: fn.id })
    expect(withBody).toEqual(invalid('functionId', 'is not allowed'))
    expect(api().violations).toEqual([])
  })

  test('deploying what runs already, before anything was saved, is noted', async () => {
    const { source } = workspace(api())
    expect(await answer(`POST /functions/sfn_${source.id}/deploy`)).toEqual([200, deployed])
    expect(api().violations).toEqual([`deployed before anything was saved: sfn_${source.id}`])
  })

  test('deploying again is not noted once the function, or a value of its settings, was changed', async () => {
    const { fn, source } = workspace(api())
    const second = api().app.addInstance(api().app.addFunction())
    await send(api(), `PATCH /sources/${second.id}`, { settings: { merchantId: '8' } })
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    for (const { id } of [source, source, second, second]) {
      expect(await answer(`POST /functions/sfn_${id}/deploy`)).toEqual([200, deployed])
    }
    expect(api().violations).toEqual([])
  })

  test('a function of another kind has no instance to deploy', async () => {
    const source = api().app.addInstance(api().app.addFunction({ resourceType: 'DESTINATION' }))
    expect(await answer(`POST /functions/sfn_${source.id}/deploy`)).toEqual(wrongInstance)
  })

  test('saving the same code twice in a row is noted', async () => {
    const { fn } = workspace(api())
    await send(api(), `PATCH /functions/${fn.id}`, { code })
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    await send(api(), `PATCH /functions/${fn.id}`, { code })
    expect(fn.versions.map((version) => version.code)).toEqual([code, '// 2', code])
    expect(api().violations).toEqual([`saved the same code twice in a row: ${fn.id}`])
  })
})

describe('versions', () => {
  test('the newest comes first, with its code', async () => {
    const { fn } = workspace(api())
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const [one, two] = fn.versions
    const first = { ...one, updatedAt: one?.createdAt, isDeployed: true, deployedAt: '2031-05-04T09:00:02.000Z' }
    const second = { ...two, updatedAt: two?.createdAt, isDeployed: false }
    const pagination = { current: expect.any(String), totalEntries: 2 }
    const listed = await answer(`GET /functions/${fn.id}/versions`)
    expect(listed).toEqual([200, { versions: [second, first], pagination }])
    expect(await answer(`GET /functions/${fn.id}/versions/${one?.id}`)).toEqual([200, { version: first }])
    expect(await answer(`GET /functions/${fn.id}/versions/v9`)).toEqual(missing('version'))
  })

  test('restoring copies an old version into a new one, which is not deployed', async () => {
    const { fn, source } = workspace(api())
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const [first] = fn.versions
    const [status, data] = await answer(`POST /functions/${fn.id}/versions`, { versionId: first?.id })
    const latest = fn.versions[2]
    expect([status, data]).toEqual([200, { version: { ...latest, updatedAt: latest?.createdAt, isDeployed: false } }])
    expect([fn.versions.length, latest?.code, source.deployedVersionId]).toEqual([3, code, first?.id])
    expect(await answer(`POST /functions/${fn.id}/versions`, { versionId: 'v9' })).toEqual(missing('version'))
    expect(api().violations).toEqual([])
  })

  test('restoring the latest version is noted', async () => {
    const { fn } = workspace(api())
    await send(api(), `POST /functions/${fn.id}/versions`, { versionId: fn.versions[0]?.id })
    expect(api().violations).toEqual([`saved the same code twice in a row: ${fn.id}`])
  })

  test('a workspace may list none, or lack the endpoints', async () => {
    const { fn } = workspace(api())
    api().app.setAvailability({ versions: 'empty' })
    const pagination = { current: expect.any(String), totalEntries: 0 }
    expect(await answer(`GET /functions/${fn.id}/versions`)).toEqual([200, { versions: [], pagination }])
    api().app.setAvailability({ versions: 'absent' })
    expect(await answer(`GET /functions/${fn.id}/versions`)).toEqual(missing('endpoint'))
    expect(await answer(`POST /functions/${fn.id}/versions`, { versionId: 'v9' })).toEqual(missing('endpoint'))
    expect(api().violations).toEqual([])
  })
})

describe('sources', () => {
  test('a connected source hides its secrets', async () => {
    const fn = api().app.addFunction({ ...created, settings: [secret] })
    const input = {
      slug: 'loyalty',
      enabled: true,
      metadataId: fn.catalogId,
      settings: { secret: 'hush', tags: ['a'] },
    }
    const [status, data] = await answer('POST /sources', { ...input, disconnectAllWarehouses: true })
    const [{ id, writeKeys } = { id: '', writeKeys: [] }] = api().state.sources
    const source = {
      ...{ id, slug: 'loyalty', workspaceId: 'w1', enabled: true, writeKeys, labels: [] },
      settings: { secret: '••••', tags: ['a'] },
      metadata: {
        ...{ id: fn.catalogId, name: 'Loyalty', slug: 'loyalty', description: '', logos: { default: '' } },
        ...{ options: [secret], categories: [], isCloudEventSource: true, status: 'PUBLIC' },
      },
    }
    expect([id, writeKeys]).toEqual([expect.stringMatching(/^\w{22}$/), [expect.stringMatching(/^\w{32}$/)]])
    expect([status, data]).toEqual([201, { source }])
    expect(await answer(`GET /sources/${id}`)).toEqual([200, { source, trackingPlanId: null }])
    const pagination = { current: expect.any(String), totalEntries: 1 }
    expect(await answer('GET /sources')).toEqual([200, { sources: [source], pagination }])
  })

  test('one function may have several, each with a slug of its own', async () => {
    const { fn } = workspace(api())
    const other = { enabled: true, metadataId: fn.catalogId }
    const taken = [409, problem('conflict', 'slug already in use')]
    expect(await answer('POST /sources', { ...other, slug: 'loyalty' })).toEqual(taken)
    expect((await answer('POST /sources', { ...other, slug: 'second' }))[0]).toBe(201)
    const [first, second] = api().state.sources
    expect(await answer(`PATCH /sources/${second?.id}`, { slug: 'loyalty' })).toEqual(taken)
    expect((await answer(`PATCH /sources/${first?.id}`, { slug: 'loyalty' }))[0]).toBe(200)
    expect(api().state.sources.map(({ slug }) => slug)).toEqual(['loyalty', 'second'])
  })

  test.each([
    ['replace', { merchantId: '8' }],
    ['merge', { secret: 'hush', merchantId: '8' }],
  ] as const)('settings are changed as the test says: %s', async (sourceSettings, settings) => {
    const other = await startSegmentApi({ token, sourceSettings })
    const { source } = workspace(other)
    const reply = await send(other, `PATCH /sources/${source.id}`, { name: 'Loyalty', settings: { merchantId: '8' } })
    await other.close()
    expect([reply.status, source.name, source.settings]).toEqual([200, 'Loyalty', settings])
  })

  test('a name is kept and returned', async () => {
    const { source } = workspace(api())
    const [, data] = await answer(`PATCH /sources/${source.id}`, { name: 'Loyalty', enabled: false })
    expect(data).toEqual({ source: expect.objectContaining({ name: 'Loyalty', enabled: false }) })
    expect(source.settings).toEqual({ secret: 'hush', merchantId: '7' })
  })

  test('a masked value that is written back is noted', async () => {
    const { fn, source } = workspace(api())
    await send(api(), `PATCH /sources/${source.id}`, { settings: { merchantId: '7', secret: '••••' } })
    const other = { slug: 'other', enabled: true, metadataId: fn.catalogId, settings: { names: { a: 'b•' } } }
    await send(api(), 'POST /sources', other)
    expect(api().violations).toEqual([
      `wrote a masked value: PATCH /sources/${source.id} secret`,
      'wrote a masked value: POST /sources names',
    ])
  })

  test('write keys are not for a token without Source Admin', async () => {
    const other = await startSegmentApi({ token, sourceAdmin: false })
    const { source } = workspace(other)
    const [, data] = await answer(`GET /sources/${source.id}`, undefined, other)
    await other.close()
    expect(data).toEqual({ source: expect.objectContaining({ writeKeys: [] }), trackingPlanId: null })
  })
})

describe('tracking plans', () => {
  const schema = { type: 'object', properties: { points: { type: 'number' } } }
  const rule = { type: 'TRACK', key: 'Points Earned', version: 1, jsonSchema: schema }
  const success = [200, { status: 'SUCCESS' }]

  test('a plan is created, described and found by its type', async () => {
    const [status, data] = await answer('POST /tracking-plans', { name: 'Loyalty', type: 'LIVE' })
    api().app.addTrackingPlan({ type: 'TEMPLATE' })
    const [{ rules, ...plan } = { id: '', rules: [] }] = api().state.trackingPlans
    expect([status, data, rules]).toEqual([200, { trackingPlan: plan }, []])
    expect(plan).toEqual({
      ...{ id: expect.stringMatching(/^tp_\w{22}$/), name: 'Loyalty', slug: 'loyalty', description: '', type: 'LIVE' },
      ...{ createdAt: '2031-05-04T09:00:01.000Z', updatedAt: '2031-05-04T09:00:01.000Z' },
    })
    expect(await answer(`PATCH /tracking-plans/${plan.id}`, { description: 'd' })).toEqual(success)
    const [, found] = await answer(`GET /tracking-plans/${plan.id}`)
    expect(found).toEqual({ trackingPlan: { ...plan, description: 'd', updatedAt: expect.any(String) } })
    const [, live] = await answer('GET /tracking-plans?type=LIVE')
    expect(live).toEqual(expect.objectContaining({ trackingPlans: [expect.objectContaining({ id: plan.id })] }))
    const [, all] = await answer('GET /tracking-plans')
    expect(all).toEqual(expect.objectContaining({ pagination: expect.objectContaining({ totalEntries: 2 }) }))
  })

  test('PUT replaces every rule, PATCH only those it names', async () => {
    const { plan } = workspace(api())
    const rules = `/tracking-plans/${plan.id}/rules`
    const burned = { ...rule, key: 'Points Burned' }
    expect(await answer(`PUT ${rules}`, { rules: [rule, burned] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1', 'Points Burned 1'])
    const renamed = { ...burned, newKey: 'Points Spent' }
    expect(await answer(`PATCH ${rules}`, { rules: [renamed, { ...rule, version: 2 }] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1', 'Points Spent 1', 'Points Earned 2'])
    expect(await answer(`PUT ${rules}`, { rules: [rule] })).toEqual(success)
    expect(keys(plan)).toEqual(['Points Earned 1'])
  })

  test('schemas come back in another order', async () => {
    const { plan } = workspace(api())
    await send(api(), `PUT /tracking-plans/${plan.id}/rules`, { rules: [rule] })
    const [, data] = await answer(`GET /tracking-plans/${plan.id}/rules`)
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
    expect(await answer(`${method} /tracking-plans/${plan.id}/rules`, { rules })).toEqual(expected)
    expect(plan.rules).toEqual([])
  })

  test('200 rules are taken', async () => {
    const { plan } = workspace(api())
    const rules = Array.from({ length: 200 }, (_, version) => ({ ...rule, version }))
    expect(await answer(`PUT /tracking-plans/${plan.id}/rules`, { rules })).toEqual(success)
    expect(plan.rules).toHaveLength(200)
  })

  test('a source is connected to one plan', async () => {
    const { plan, source } = workspace(api())
    const other = api().app.addTrackingPlan()
    const connect = ({ id }: { id: string }, sourceId = source.id) => {
      return answer(`POST /tracking-plans/${id}/sources`, { sourceId })
    }
    expect(await connect(plan, 'unknown')).toEqual(missing('source'))
    expect(await connect(plan)).toEqual(success)
    expect(await connect(plan)).toEqual(success)
    expect(await connect(other)).toEqual([409, problem('conflict', 'source is connected to another tracking plan')])
    expect(await answer(`GET /sources/${source.id}`)).toEqual([
      200,
      expect.objectContaining({ trackingPlanId: plan.id }),
    ])
    const [, data] = await answer(`GET /tracking-plans/${plan.id}/sources`)
    expect(data).toEqual(expect.objectContaining({ sources: [expect.objectContaining({ id: source.id })] }))
  })
})

describe('the delivery overview', () => {
  const range = 'startTime=2031-05-04T08:00:00Z&endTime=2031-05-04T12:00:00Z'
  const overview = (query: string) => `GET /delivery-overview/failed-on-ingest?${query}`

  test('discards are counted by reason and hour', async () => {
    const { source } = workspace(api())
    const other = api().app.addInstance(api().app.addFunction())
    api().app.setDiscards(other.id, [{ count: 100, discardReason: 'internal' }])
    api().app.setDiscards(source.id, [
      { count: 1, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T11:59:59.999Z' },
      { count: 2, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T08:00:00.000Z' },
      { count: 3, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T08:30:00.000Z' },
      { count: 4, discardReason: 'internal' },
      { count: 9, discardReason: 'internal', time: '2031-05-04T12:00:00.000Z' },
    ])
    const query = `sourceId=${source.id}&${range}&granularity=HOUR`
    const [status, data] = await answer(overview(`${query}&groupBy.0=discardReason`))
    const timeouts = [
      { time: '2031-05-04T08:00:00Z', count: 5 },
      { time: '2031-05-04T11:00:00Z', count: 1 },
    ]
    const dataset = [
      { discardReason: 'FUNCTION_TIMEOUT', total: 6, series: timeouts },
      { discardReason: 'internal', total: 4, series: [{ time: '2031-05-04T09:00:00Z', count: 4 }] },
    ]
    const pagination = { current: expect.any(String), totalEntries: 2 }
    expect([status, data]).toEqual([200, { total: 10, dataset, pagination }])
    const [, whole] = await answer(overview(query))
    expect(whole).toEqual(expect.objectContaining({ dataset: [expect.objectContaining({ total: 10 })] }))
  })

  test.each<[string, unknown]>([
    [`${range}&granularity=HOUR`, invalid('sourceId', 'is required')],
    [`sourceId=unknown&${range}&granularity=HOUR`, missing('source')],
    [`sourceId=ID&${range}`, invalid('granularity', 'is required')],
    [`sourceId=ID&${range}&granularity=hour`, invalid('granularity', 'must be one of MINUTE, HOUR, DAY')],
    [`sourceId=ID&${range}&granularity=HOUR&groupBy=discardReason`, invalid('groupBy', 'is not allowed')],
    [`sourceId=ID&${range}&granularity=HOUR&groupBy.0=reason`, invalid('groupBy.0', `must be one of ${dimensions}`)],
    [`sourceId=ID&${between('2031-05-04', '2031-05-05')}`, invalid('startTime', 'must be an ISO 8601 date and time')],
    [
      `sourceId=ID&${between('2031-05-04T09:00:00Z', '2031-05-04T09:00:00Z')}`,
      invalid('endTime', 'must be after startTime'),
    ],
    [`sourceId=ID&${between('2031-04-20T08:59:59Z', '2031-05-04T09:00:00Z')}`, invalid('endTime', tooLong)],
    [`sourceId=ID&${between('2031-04-04T08:00:00Z', '2031-04-05T08:00:00Z')}`, invalid('startTime', tooLongAgo)],
    [`sourceId=ID&${between('2031-05-04T04:00:00Z', '2031-05-04T08:00:01Z', 'MINUTE')}`, invalid('endTime', tooLong)],
  ])('%s is refused', async (query, expected) => {
    const { source } = workspace(api())
    expect(await answer(overview(query.replace('=ID', `=${source.id}`)))).toEqual(expected)
  })

  test('a workspace may lack it', async () => {
    const { source } = workspace(api())
    api().app.setAvailability({ deliveryOverview: 'absent' })
    expect(await answer(overview(`sourceId=${source.id}&${range}&granularity=HOUR`))).toEqual(missing('endpoint'))
  })
})

describe('pages', () => {
  test.each(['pagination.NAME', 'pagination[NAME]'])('a list is read to its end with %s', async (spelling) => {
    api().app.addSources(5)
    const parameter = (name: string, value: unknown) => `${spelling.replace('NAME', name)}=${value}`
    const first = await pageOf(`GET /sources?${parameter('count', 2)}`)
    const second = await pageOf(`GET /sources?${parameter('count', 2)}&${parameter('cursor', first.next)}`)
    const third = await pageOf(`GET /sources?${parameter('count', 2)}&${parameter('cursor', second.next)}`)
    expect([first, second, third].map(({ slugs }) => slugs)).toEqual([
      ['other-source-1', 'other-source-2'],
      ['other-source-3', 'other-source-4'],
      ['other-source-5'],
    ])
    expect(third).toEqual({
      slugs: ['other-source-5'],
      current: second.next,
      previous: second.current,
      totalEntries: 5,
    })
    expect(second.previous).toBe(first.current)
  })

  test('a page holds 200 by default', async () => {
    api().app.addSources(201)
    expect((await pageOf('GET /sources')).slugs).toHaveLength(200)
    expect((await pageOf('GET /sources?pagination.count=1000')).slugs).toHaveLength(201)
  })

  test('a page may hold less than what was asked for', async () => {
    const other = await startSegmentApi({ token, pageCap: 3 })
    other.app.addSources(4)
    const { slugs, next } = await pageOf('GET /sources?pagination.count=200', other)
    await other.close()
    expect([slugs.length, typeof next]).toEqual([3, 'string'])
  })

  test("another list's cursor is refused", async () => {
    api().app.addFunctions(2)
    const [, data] = await answer('GET /functions?resourceType=SOURCE&pagination.count=1')
    const { next } = (data as { pagination: { next: string } }).pagination // a first page of two
    const refused = invalid('pagination.cursor', 'is not a cursor of this list')
    expect(await answer(`GET /sources?pagination.cursor=${next}`)).toEqual(refused)
  })
})
