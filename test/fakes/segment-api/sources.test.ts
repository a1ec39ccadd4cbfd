import { startSegmentApi } from '../segment-api'
import { answer, created, problem, secret, workspace } from './answers'
import { send, token, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()

describe('sources', () => {
  test('a connected source hides its secrets', async () => {
    const fn = api().app.addFunction({ ...created, settings: [secret] })
    const input = {
      slug: 'loyalty',
      enabled: true,
      metadataId: fn.catalogId,
      settings: { secret: 'hush', tags: ['a'] },
    }
    const [status, data] = await answer(api(), 'POST /sources', { ...input, disconnectAllWarehouses: true })
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
    expect(await answer(api(), `GET /sources/${id}`)).toEqual([200, { source, trackingPlanId: null }])
    const pagination = { current: expect.any(String), totalEntries: 1 }
    expect(await answer(api(), 'GET /sources')).toEqual([200, { sources: [source], pagination }])
  })

  test('one function may have several, each with a slug of its own', async () => {
    const { fn } = workspace(api())
    const other = { enabled: true, metadataId: fn.catalogId }
    const taken = [409, problem('conflict', 'slug already in use')]
    expect(await answer(api(), 'POST /sources', { ...other, slug: 'loyalty' })).toEqual(taken)
    expect((await answer(api(), 'POST /sources', { ...other, slug: 'second' }))[0]).toBe(201)
    const [first, second] = api().state.sources
    expect(await answer(api(), `PATCH /sources/${second?.id}`, { slug: 'loyalty' })).toEqual(taken)
    expect((await answer(api(), `PATCH /sources/${first?.id}`, { slug: 'loyalty' }))[0]).toBe(200)
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

  test('a name is kept and told', async () => {
    const { source } = workspace(api())
    const [, data] = await answer(api(), `PATCH /sources/${source.id}`, { name: 'Loyalty', enabled: false })
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
    const [, data] = await answer(other, `GET /sources/${source.id}`)
    await other.close()
    expect(data).toEqual({ source: expect.objectContaining({ writeKeys: [] }), trackingPlanId: null })
  })
})
