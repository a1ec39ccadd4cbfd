import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../build/system/project'
import { installPackage } from '../destinations/packages'
import { configWith } from '../segment-api/workspace'
import { directory, file, run } from './run'

const installed = path.join(directory, 'destinations')
const body = path.join(projectRoot, 'test/webhooks/recharge-value/paid-by-card.json')
const event = 'Recharge Value'

test('without the package, it says how to install it', async () => {
  expect(await run(['destinations', body])).toEqual({
    code: 1,
    stdout: '',
    stderr: "error: Segment's destination code is not installed (105 MB); run npm ci --prefix build/destinations\n",
  })
})

test.each([
  [['--for', 'braze,klavio'], /^error: --for: unknown tool klavio; expected braze, klaviyo, iterable, .*, webhook\n$/],
  [['--default', '--ready'], /^error: --default and --ready exclude each other; choose one\n$/],
  [['--terraform', body], /^error: --terraform prints the subscriptions only; leave out --json and the files\n$/],
  [['--env', 'moon'], /^error: --env: unknown environment "moon"; segment\.config\.json has dev, prod\n$/],
])('%j is wrong use, told before anything is loaded', async (argv, stderr) => {
  expect(await run(['destinations', ...argv])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) })
})

test('with --json, wrong use is told as JSON too', async () => {
  const message = '--terraform prints the subscriptions only; leave out --json and the files'
  const { code, stdout, stderr } = await run(['destinations', '--terraform', '--json'])
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` })
  expect(JSON.parse(stdout)).toEqual({ error: { message }, done: [] })
})

const entry = { ...{ destination: 'braze', subscription: null, action: null }, ...{ requests: [], lost: [] } }
const called = (type: string) => ({
  file: body,
  type,
  ...(type === 'track' && { event }),
  messageId: expect.any(String),
})

describe('when the code of a destination is broken', () => {
  beforeAll(() => installPackage(installed, 'broken'))
  afterAll(() => rmSync(installed, { recursive: true }))

  test('that is its own error, for each call', async () => {
    const { code, stdout, stderr } = await run(['destinations', body, '--for', 'braze', '--json'])
    const shared = { ...entry, mode: 'ready', error: 'this code is broken' }
    expect({ code, stderr, entries: JSON.parse(stdout) }).toEqual({
      ...{ code: 1, stderr: '' },
      entries: ['identify', 'track'].map((type) => ({ ...shared, call: called(type) })),
    })
  })

  test('the function has the settings that all environments share', async () => {
    const config = configWith({ settings: { eventNames: { [event]: 'Top-Up' } } })
    const { stdout } = await run(['destinations', body, '--for', 'braze', '--json'], { config })
    expect(JSON.parse(stdout).at(-1).call).toEqual({ ...called('track'), event: 'Top-Up' })
  })

  test('people see it', async () => {
    const { code, stdout } = await run(['destinations', body, '--for', 'braze'])
    expect(code).toBe(1)
    expect(stdout).toContain(`track "${event}"\n  ✗ Braze\n      this code is broken\n`)
    expect(stdout).toMatch(/\nBraze: 0 of 1 event, 0 of 1 profile, 2 calls refused, 1 input to fill in\n$/)
  })
})

describe('what a destination makes of calls', () => {
  beforeAll(() => installPackage(installed, 'simple'))
  afterAll(() => rmSync(installed, { recursive: true }))

  test('is an entry for each subscription that takes a call', async () => {
    const { code, stdout } = await run(['destinations', body, '--for', 'braze', '--default', '--json'])
    const request = {
      method: 'POST',
      url: 'https://tool.example/events',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: { event },
    }
    const [profile, sent] = JSON.parse(stdout)
    expect({ code, profile }).toEqual({
      code: 1,
      profile: {
        ...entry,
        mode: 'default',
        call: called('identify'),
        subscription: 'Profiles',
        action: 'profile',
        error: 'no profiles here',
      },
    })
    expect(sent).toEqual({
      ...{ ...entry, mode: 'default', call: called('track'), subscription: 'Events', action: 'event', error: null },
      ...{
        requests: [request],
        lost: expect.arrayContaining(['userId', 'timestamp', 'messageId', 'properties.store_code']),
      },
    })
  })

  test('is shown to people with the exact body and what is not sent', async () => {
    const { stdout } = await run(['destinations', body, '--for', 'braze', '--default'])
    expect(stdout).toContain(`${body}  identify
  ✗ Braze
    Profiles (profile)
      no profiles here

${body}  track "${event}"
  ✓ Braze
    Events (event)
      POST https://tool.example/events
      {
        "event": "${event}"
      }
    not sent:
      userId, timestamp, messageId, `)
    expect(stdout).toMatch(/\nBraze: 1 of 1 event, 0 of 1 profile, no consent state, 1 call refused\n$/)
  })

  test('nothing fires for a call that no subscription takes', async () => {
    const { code, stdout } = await run(['destinations', body, '--for', 'braze'])
    expect(code).toBe(0)
    expect(stdout).toContain('  – Braze: nothing fires\n')
  })

  test('a body that the function rejects is told as such', async () => {
    const rejected = file('nobody.json', { eventName: 'Check-In' })
    const { code, stdout } = await run(['destinations', rejected, '--for', 'braze', '--json'])
    const error = expect.stringMatching(/nobody\.json: InvalidEventPayload: .*no identity/)
    expect({ code, entries: JSON.parse(stdout) }).toEqual({
      code: 1,
      entries: [{ ...entry, mode: 'ready', call: null, error }],
    })
    expect((await run(['destinations', rejected, '--for', 'braze'])).stdout).toMatch(
      /^✗ \S+nobody\.json: InvalidEventPayload: /,
    )
  })

  test('without files, the samples are tried, and only the totals shown', async () => {
    cpSync(body, path.join(directory, 'samples', 'recharge-value', 'one.json'))
    const { code, stdout } = await run(['destinations', '--for', 'braze', '--default'])
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: 'Braze: 1 of 1 event, 0 of 1 profile, no consent state, 1 call refused\n',
    })
  })

  test('a warning of the function is passed on', async () => {
    const warned = file('warned.json', { eventName: 'Check-In', accountId: '42', datetime: 'soon' })
    const { stderr } = await run(['destinations', warned, '--for', 'braze'])
    expect(stderr).toMatch(/^\S+warned\.json: event\[0\]\.timestamp: /)
  })

  test('subscriptions are printed as Terraform', async () => {
    const { code, stdout } = await run(['destinations', '--for', 'braze', '--default', '--terraform'])
    expect(code).toBe(0)
    expect(stdout.match(/^resource .*$/gm)).toHaveLength(2)
  })
})
