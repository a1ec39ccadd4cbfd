import { Hono } from 'hono'
import { addDestinations } from '../../../build/workbench/destinations-route'
import type { Environment } from '../../../build/workbench/guard'
import type { ShownTrials } from '../../../build/workbench/shown-trials'
import { Workbench } from '../../../build/workbench/workbench'
import { directory } from '../../temporary-files'
import { installPackage } from '../destinations/packages'
import { builtFunction } from './use-server'

const now = () => new Date(Date.UTC(2026, 0, 31))

test.each([
  [
    'of a request, says how to install the code that is missing',
    '1/ready',
    200,
    { mode: 'ready', install: 'npm ci --prefix build/destinations', calls: 0, tools: [] },
  ],
  ['of no request', '7/ready', 404, 'the request no longer exists'],
  ['of no mode', '1/other', 404, '404 Not Found'],
])('the route, asked %s', async (_, asked, status, expected) => {
  const workbench = await Workbench.start({ build: builtFunction, settings: {}, now })
  try {
    await workbench.receive({ method: 'POST', url: '/webhook', headers: {}, body: '{}' }, 'webhook')
    const app = new Hono<Environment>()
    addDestinations(app, workbench, '/nowhere')
    const answer = await app.request(`/api/destinations/${asked}`)
    const text = await answer.text()
    expect([answer.status, typeof expected === 'string' ? text : JSON.parse(text)]).toEqual([status, expected])
  } finally {
    await workbench.close()
  }
})

test('what each tool makes of a request; the worker starts once', async () => {
  installPackage(directory, 'simple')
  const workbench = await Workbench.start({ build: builtFunction, settings: {}, now })
  try {
    const body = JSON.stringify({ eventName: 'Check-In', accountId: '42', firstName: 'Dana' })
    await workbench.receive({ method: 'POST', url: '/webhook', headers: {}, body }, 'webhook')
    const app = new Hono<Environment>()
    addDestinations(app, workbench, directory)
    for (const mode of ['default', 'ready']) {
      const { tools, ...answer }: ShownTrials = await (await app.request(`/api/destinations/1/${mode}`)).json()
      expect({ ...answer, tools: tools.length }).toEqual({ mode, install: null, calls: 2, tools: 16 })
      const [braze, klaviyo] = tools
      expect(braze?.outcomes.map(({ fired }) => fired.length)).toEqual(mode === 'default' ? [1, 1] : [0, 0])
      expect(klaviyo?.outcomes[0]?.error).toMatch(/^Cannot find module /)
    }
  } finally {
    await workbench.close()
  }
})
