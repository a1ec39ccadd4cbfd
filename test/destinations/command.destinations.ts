import path from 'node:path'
import { main } from '../../build/cli'
import { projectPlaces } from '../../build/cli/command'

const body = path.join(__dirname, 'bodies', 'registration-consent-yes.json')

async function run(...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const io = {
    stdout: { write: (text: string) => (stdout += text), columns: 80 },
    stderr: { write: (text: string) => (stderr += text) },
    stdin: Object.assign((async function* () {})(), { isTTY: true }),
    env: {},
  }
  const code = await main(['destinations', ...argv], io, projectPlaces)
  return { code, stdout, stderr }
}

test('a body goes to a tool: each subscription with its requests, and what is lost', async () => {
  const { code, stdout, stderr } = await run(body, '--for', 'attentive', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const entries: Record<string, unknown>[] = JSON.parse(stdout)
  expect(entries.map(({ call, requests: _, ...entry }) => [call, entry])).toEqual([
    [
      { file: body, type: 'identify', messageId: expect.any(String) },
      {
        ...{
          destination: 'attentive',
          mode: 'ready',
          subscription: 'Guests',
          action: 'upsertUserAttributes',
          error: null,
        },
        lost: ['timestamp', 'messageId'],
      },
    ],
    ...[
      ['Events', 'customEvents'],
      ['SMS opt-in', 'subscribeUser'],
      ['Email opt-in', 'subscribeUser'],
    ].map(([subscription, action]) => [
      { file: body, type: 'track', event: 'Web Registration', messageId: expect.any(String) },
      { ...{ destination: 'attentive', mode: 'ready', subscription, action, error: null }, lost: [] },
    ]),
  ])
})

test('by default, the same guest is refused, in the words of Segment’s validator', async () => {
  const { code, stdout } = await run(body, '--for', 'attentive', '--default')
  expect(code).toBe(1)
  expect(stdout).toContain(
    '  ✗ Attentive\n    Upsert User Attributes (upsertUserAttributes)\n      Properties cannot contain objects or arrays.\n',
  )
  expect(stdout).toContain('  – Attentive: nothing fires\n')
  expect(stdout).toMatch(/\nAttentive: 0 of 1 event, 0 of 1 profile, no consent state, 1 call refused\n$/)
})

test('Terraform has the full mapping, with the defaults that Segment would not fill in', async () => {
  const { code, stdout } = await run('--for', 'posthog', '--terraform')
  expect(code).toBe(0)
  expect(stdout.match(/^resource .*$/gm)).toEqual([
    'resource "segment_destination_subscription" "posthog_guests" {',
    'resource "segment_destination_subscription" "posthog_events" {',
  ])
  expect(stdout).toContain('    "event_name" = {\n      "@path" = "$.event"\n    }\n')
})
