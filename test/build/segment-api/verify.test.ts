import { createSegmentApi } from '../../../build/segment-api'
import { proveRunning } from '../../../build/segment-api/verify'
import { UserError } from '../../../build/system/errors'

const waits: number[] = []
const time = { now: () => 0, elapsed: () => 0, sleep: async (ms: number) => void waits.push(ms), firstDelayMs: 0 }
const client = createSegmentApi({ baseUrl: 'http://127.0.0.1:9', token: 'x', time, note: () => undefined })

/** A client to which Segment shows these states of a function, one after the other. */
function apiShowing(...states: { code?: string; isLatestVersion?: boolean }[]) {
  const get = async (id: string) => ({ id, ...states.shift() })
  return { ...client, functions: { ...client.functions, get, versions: async () => [] } }
}

const proven = { code: 'new', isLatestVersion: true }

beforeEach(() => {
  waits.length = 0
})

test.each([
  ['at once', [proven], []],
  ['late', [{ code: 'old', isLatestVersion: true }, { code: 'new', isLatestVersion: false }, proven], [2000, 2000]],
])('what Segment shows %s is proven', async (_, states, expected) => {
  await proveRunning(apiShowing(...states), 'sfnc_1', 'new', time)
  expect(waits).toEqual(expected)
})

test.each([
  ['other code', { code: 'old', isLatestVersion: true }],
  ['an older version running', { code: 'new', isLatestVersion: false }],
  ['nothing of the code', { isLatestVersion: true }],
])('%s is no proof', async (_, state) => {
  await expect(proveRunning(apiShowing(state, state, state), 'sfnc_1', 'new', time)).rejects.toThrow(
    new UserError(
      'everything was sent, but Segment does not show that it runs this version; run the status command in a minute',
    ),
  )
})

test('code of which Segment does not say that it runs is no failure, but no proof', async () => {
  expect(await proveRunning(apiShowing({ code: 'new' }), 'sfnc_1', 'new', time)).toBeUndefined()
})
