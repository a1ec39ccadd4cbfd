import { rmSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../build/system/project'
import { installBrokenPackage } from '../destinations/broken-package'
import { directory, file, run } from './run'

const installed = path.join(directory, 'destinations')
const body = path.join(projectRoot, 'test/webhooks/check-in/epoch-time.json')

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
  [['--terraform', '--json'], /^error: --terraform prints the subscriptions only; leave out --json and the files\n$/],
  [['--terraform', body], /^error: --terraform prints the subscriptions only; leave out --json and the files\n$/],
])('%j is wrong use, told before anything is loaded', async (argv, stderr) => {
  expect(await run(['destinations', ...argv])).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) })
})

describe('when the code of a destination is broken', () => {
  beforeAll(() => installBrokenPackage(installed))
  afterAll(() => rmSync(installed, { recursive: true }))

  const call = (type: string) => ({
    destination: 'braze',
    mode: 'ready',
    call: { file: body, type, ...(type === 'track' && { event: 'Check-In' }), messageId: expect.any(String) },
    ...{ subscription: null, action: null, requests: [], lost: [], error: 'this code is broken' },
  })

  test('that is its own error, for each call', async () => {
    const { code, stdout, stderr } = await run(['destinations', body, '--for', 'braze', '--json'])
    expect({ code, stderr, entries: JSON.parse(stdout) }).toEqual({
      code: 1,
      stderr: '',
      entries: [call('identify'), call('track')],
    })
  })

  test('people see it', async () => {
    const { code, stdout } = await run(['destinations', body, '--for', 'braze'])
    expect(code).toBe(1)
    expect(stdout).toContain('track "Check-In"\n  ✗ Braze\n      this code is broken\n')
    expect(stdout).toMatch(/\nBraze: 0 of 1 event, 0 of 1 profile, 2 calls refused, 1 input to fill in\n$/)
  })

  test('a body that the function rejects is told as such', async () => {
    const rejected = file('nobody.json', { eventName: 'Check-In' })
    const { code, stdout } = await run(['destinations', rejected, '--for', 'braze', '--json'])
    expect({ code, entries: JSON.parse(stdout) }).toEqual({
      code: 1,
      entries: [
        {
          ...{ destination: 'braze', mode: 'ready', call: null, subscription: null, action: null },
          ...{
            requests: [],
            lost: [],
            error: expect.stringMatching(/nobody\.json: InvalidEventPayload: .*no identity/),
          },
        },
      ],
    })
  })
})
