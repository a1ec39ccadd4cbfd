import { answer, code, missing, workspace } from './answers'
import { send, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()

describe('versions', () => {
  test('the newest comes first, with its code', async () => {
    const { fn } = workspace(api())
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const [one, two] = fn.versions
    const first = { ...one, updatedAt: one?.createdAt, isDeployed: true, deployedAt: '2031-05-04T09:00:02.000Z' }
    const second = { ...two, updatedAt: two?.createdAt, isDeployed: false }
    const pagination = { current: expect.any(String), totalEntries: 2 }
    const listed = await answer(api(), `GET /functions/${fn.id}/versions`)
    expect(listed).toEqual([200, { versions: [second, first], pagination }])
  })

  test('restoring copies an old version into a new one, which is not deployed', async () => {
    const { fn, source } = workspace(api())
    await send(api(), `PATCH /functions/${fn.id}`, { code: '// 2' })
    const [first] = fn.versions
    const [status, data] = await answer(api(), `POST /functions/${fn.id}/versions`, { versionId: first?.id })
    const latest = fn.versions[2]
    expect([status, data]).toEqual([200, { version: { ...latest, updatedAt: latest?.createdAt, isDeployed: false } }])
    expect([fn.versions.length, latest?.code, source.deployedVersionId]).toEqual([3, code, first?.id])
    expect(await answer(api(), `POST /functions/${fn.id}/versions`, { versionId: 'v9' })).toEqual(missing('version'))
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
    expect(await answer(api(), `GET /functions/${fn.id}/versions`)).toEqual([200, { versions: [], pagination }])
    api().app.setAvailability({ versions: 'absent' })
    expect(await answer(api(), `GET /functions/${fn.id}/versions`)).toEqual(missing('endpoint'))
    expect(await answer(api(), `POST /functions/${fn.id}/versions`, { versionId: 'v9' })).toEqual(missing('endpoint'))
    expect(api().violations).toEqual([])
  })
})
