import { readFileSync } from 'node:fs'
import { buildLocalFunction } from '../../../build/workbench/local-function'
import type { DetailedRequest } from '../../../build/workbench/protocol'
import { latest, startServer } from './use-server'

test('a remedy changes the configuration, and the request runs again with it', async () => {
  const server = await startServer({ build: buildLocalFunction })
  await server.ask({ body: JSON.stringify({ event: 'Check-In', accountId: 5, table: { seat: 12 } }) })
  const { remedies } = await latest(server)
  expect(remedies.map(({ id }) => id)).toEqual(['property seat'])
  const fixed = await server.api<DetailedRequest>('fix', { id: 1, remedy: 'property seat' })
  expect(fixed.sent.at(-1)?.properties).toMatchObject({ seat: 12 })
  expect(fixed.remedies).toEqual([])
  const { mappings } = JSON.parse(readFileSync(server.configFile, 'utf8'))
  expect(mappings).toEqual({ seat: { '@path': '$.table.seat' } })
})

test('a remedy that is no longer there is refused in one line', async () => {
  const server = await startServer()
  await server.ask({ body: JSON.stringify({ event: 'Check-In', accountId: 5 }) })
  const error = 'this remedy is out of date; look at the request again'
  expect(await server.api('fix', { id: 1, remedy: 'property seat' })).toEqual({ error })
})
