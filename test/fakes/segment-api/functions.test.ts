import { answer, code, created, invalid, missing, problem, secret, workspace } from './answers'
import { send, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const deployed = { functionDeployment: { status: 'SUCCESS' } }
const wrongInstance = [400, problem('bad-request', 'provide a valid Source function instance ID')]

/** What a function's own page tells of its deployment. */
async function details(id: string) {
  const [, data] = await answer(api(), `GET /functions/${id}`)
  const { code, isLatestVersion, deployedAt } = (data as { function: Record<string, unknown> }).function // its answer
  return { code, isLatestVersion, deployedAt }
}

describe('functions', () => {
  test('a created function is saved and not deployed', async () => {
    const [status, data] = await answer(api(), 'POST /functions', { ...created, settings: [secret] })
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
    expect(await answer(api(), `GET /functions/${id}`)).toEqual([200, { function: saved }])
    const pagination = { current: expect.any(String), totalEntries: 1 }
    expect(await answer(api(), 'GET /functions?resourceType=SOURCE')).toEqual([
      200,
      { functions: [listed], pagination },
    ])
    const none = { functions: [], pagination: { ...pagination, totalEntries: 0 } }
    expect(await answer(api(), 'GET /functions?resourceType=DESTINATION')).toEqual([200, none])
  })

  test('a change of code is a new version, which runs when it is deployed', async () => {
    const { fn, source } = workspace(api())
    const before = await details(fn.id)
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const saved = await details(fn.id)
    expect(await answer(api(), `POST /functions/sfn_${source.id}/deploy`)).toEqual([200, deployed])
    const after = await details(fn.id)
    expect([before, saved, after]).toEqual([
      { code, isLatestVersion: true, deployedAt: '2031-05-04T09:00:02.000Z' },
      { code: '// 2', isLatestVersion: false, deployedAt: '2031-05-04T09:00:02.000Z' },
      { code: '// 2', isLatestVersion: true, deployedAt: '2031-05-04T09:00:08.000Z' },
    ])
    expect(api().violations).toEqual([])
  })

  test('a function is at its latest version when every instance is, a disabled one too', async () => {
    const { fn, source } = workspace(api())
    const second = api().app.addInstance(fn)
    api().app.setEnabled(second.id, false)
    const one = await details(fn.id)
    await send(api(), `POST /functions/sfn_${second.id}/deploy`)
    const both = await details(fn.id)
    api().app.editCode(fn.id, '// by hand')
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
      expect([id, await answer(api(), `POST /functions/${id}/deploy`)]).toEqual([id, wrongInstance])
    }
    expect(await answer(api(), `POST /functions/sfn_${fn.catalogId}/deploy`)).toEqual(missing('source'))
    const withBody = await answer(api(), `POST /functions/sfn_${source.id}/deploy`, { functionId: fn.id })
    expect(withBody).toEqual(invalid('functionId', 'is not allowed'))
    expect(api().violations).toEqual([])
  })

  test('deploying what runs already, before anything was saved, is noted', async () => {
    const { source } = workspace(api())
    expect(await answer(api(), `POST /functions/sfn_${source.id}/deploy`)).toEqual([200, deployed])
    expect(api().violations).toEqual([`deployed before anything was saved: sfn_${source.id}`])
  })

  test('deploying again is not noted once the function, or a value of its settings, was changed', async () => {
    const { fn, source } = workspace(api())
    const second = api().app.addInstance(api().app.addFunction())
    await send(api(), `PATCH /sources/${second.id}`, { settings: { merchantId: '8' } })
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    for (const { id } of [source, source, second, second]) {
      expect(await answer(api(), `POST /functions/sfn_${id}/deploy`)).toEqual([200, deployed])
    }
    expect(api().violations).toEqual([])
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
