import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ShownTrials } from '../../build/workbench/shown-trials'
import { startServer } from '../build/workbench/use-server'

const body = readFileSync(path.join(__dirname, 'bodies', 'registration-consent-yes.json'), 'utf8')

test('the page is told what each tool makes of a request, in either mode', async () => {
  const server = await startServer()
  await server.ask({ body })
  const marks = async (mode: string) => {
    const { install, calls, tools } = await server.api<ShownTrials>(`destinations/1/${mode}`)
    expect([install, calls]).toEqual([null, 2])
    return tools.map(({ slug, outcomes }) => {
      const fired = outcomes.flatMap((outcome) => outcome.fired)
      return `${slug}: ${fired.some(({ error }) => error !== null) ? 'refused' : fired.length}`
    })
  }
  expect((await marks('ready')).filter((mark) => mark.endsWith('refused'))).toEqual([])
  expect(await marks('default')).toEqual([
    'braze: 2',
    'klaviyo: refused',
    'iterable: 2',
    'attentive: refused',
    'google-analytics-4: 1',
    'mixpanel: 2',
    'amplitude: 4',
    'customerio: 2',
    'hubspot: refused',
    'facebook-conversions-api: 0',
    'salesforce-marketing-cloud: 1',
    'sendgrid: 0',
    'cordial: 2',
    'listrak: 0',
    'posthog: 2',
    'webhook: 0',
  ])
})
