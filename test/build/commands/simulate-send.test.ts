import type { SegmentCall } from '../../../build/runtime'
import { faults } from '../../fakes/tracking-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { file, run } from './run'

const api = useTrackingApi()
const checkIn = { event: 'Check-In', accountId: 5, timestamp: '2024-05-06T07:08:09Z' }
const body = file('body.json', checkIn)
const other = file('other.json', { event: 'Check-In', cardNumber: '6000123412341234' })
const bad = file('bad.json', { event: 'Check-In' })
const time = { now: () => 0, elapsed: () => 0, sleep: async () => undefined, firstDelayMs: 0 }

afterEach(() => expect(api().violations).toEqual([]))

/** Runs `simulate --send`, which never shows the write key. */
async function send(argv: readonly string[], env: Record<string, string> = {}, world: object = {}) {
  const set = { SEGMENT_WRITE_KEY: writeKey, SEGMENT_TRACKING_URL: api().url, ...env }
  const ran = await run(['simulate', '--send', ...argv], { env: set, time, ...world })
  expect(ran.stdout + ran.stderr).not.toContain(writeKey)
  return ran
}

/** The calls of the requests in a document of `--json`. */
function callsIn(document: string): SegmentCall[] {
  return JSON.parse(document).flatMap(({ calls }: { calls: SegmentCall[] }) => calls)
}

test('--send delivers the calls as the function made them, and says what to look for', async () => {
  const { code, stdout, stderr } = await send([body, other])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const { stdout: simulated } = await run(['simulate', '--json', body, other])
  expect(api().accepted).toEqual(callsIn(simulated))
  const { host } = new URL(api().url)
  expect(stdout.slice(stdout.indexOf('2 requests')).replace(host, 'api.segment.io')).toBe(`\
2 requests: 2 ok · 4 calls (2 identify, 2 track) · 0 warnings

4 calls delivered to api.segment.io. In Segment, open Connections > Sources >
your source > Debugger and look for:

  identify          1 with userId, 1 with anonymousId
  track "Check-In"  1 with userId, 1 with anonymousId

2 calls without a time: Segment uses the time of receipt.

Search there for a message id to find one call; the last one has
  ${api().received.at(-1)?.messageId}

The Debugger shows a sample, 500 calls at most. If nothing appears, the write
key belongs to another source or another region: Segment may answer 200 anyway.
`)
})

test('with --json, stdout is the same document as without --send', async () => {
  const { code, stdout, stderr } = await send(['--json', '-'], {}, { stdin: JSON.stringify(checkIn) })
  expect([code, callsIn(stdout)]).toEqual([0, api().received])
  expect(stderr).toMatch(/^2 calls delivered to 127\.0\.0\.1:\d+\. In Segment, /)
})

test('a terminal shows how far it is', async () => {
  const { stderr } = await send([body], {}, { isTTY: true })
  expect(stderr).toBe('\r\u001b[K\r\u001b[K1 of 2 calls delivered …\r\u001b[K2 of 2 calls delivered …\r\u001b[K')
})

test.each([[[]], [['--event', 'check-in']]])('samples are not sent by accident: %j', async (argv) => {
  const { code, stdout, stderr } = await send(argv)
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'error: --send: name the files whose calls to deliver, or - for stdin; the samples have invented guests, who do not belong in a source\n',
  })
  expect(api().requests).toEqual([])
})

test.each([
  ['no write key', { SEGMENT_WRITE_KEY: '' }, 'SEGMENT_WRITE_KEY is not set'],
  [
    'an address that is none',
    { SEGMENT_TRACKING_URL: 'segment' },
    'SEGMENT_TRACKING_URL: expected an https address (or http on this machine)',
  ],
])('%s is reported before anything is run', async (_, env, message) => {
  const { code, stdout, stderr } = await send([body], env)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(`error: ${message}`)
})

test('environments in two regions leave it open where to send', async () => {
  const environment = (region: string) => ({
    region,
    function: region,
    source: { slug: region, name: region },
    settings: {},
  })
  const environments = { dev: environment('us'), prod: environment('eu') }
  const config = file('two-regions.json', { function: { displayName: 'Paytronix' }, environments })
  const { code, stderr } = await send([body], { SEGMENT_TRACKING_URL: '' }, { config })
  expect(code).toBe(1)
  expect(stderr).toContain('error: the environments of segment.config.json are in different regions')
})

test('only what Segment would deliver is sent, each message id once', async () => {
  const twice = file('twice.json', [checkIn, checkIn])
  const { code, stdout } = await send([bad, twice, body])
  expect([code, api().accepted.map(({ type }) => type)]).toEqual([1, ['identify', 'track']])
  expect(stdout).toContain('\n\n2 calls delivered to ')
})

test('without a call there is nothing to look for', async () => {
  const { code, stdout } = await send([bad])
  expect([code, api().requests]).toEqual([1, []])
  expect(stdout).toMatch(/\n\nNo call was delivered\.\n$/)
})

test('a call that Segment refuses is reported, and the others are delivered', async () => {
  const [, track] = callsIn((await run(['simulate', '--json', body])).stdout)
  api().refuse(String(track?.messageId))
  const { code, stdout } = await send([body, other])
  expect([code, api().received.length]).toEqual([1, 3])
  expect(stdout).toMatch(
    new RegExp(
      `\\n\\nrefused: track "Check-In" with message id ${track?.messageId}: Segment answered 400 \\(invalid_request\\): malformed, or too large\\n$`,
    ),
  )
})

test('a rate limit is waited out', async () => {
  api().fail(faults.rateLimited(7))
  const { code, stderr } = await send([body])
  expect([code, api().received.length]).toEqual([0, 2])
  expect(stderr).toBe('POST /v1/batch: Segment answered 429; trying again in 7 s, as Segment asks (1 of 10)\n')
})

test('another write key is refused in one line, after what was done', async () => {
  const { code, stderr } = await send([body], { SEGMENT_WRITE_KEY: 'anotherWriteKey' })
  expect(code).toBe(1)
  expect(stderr).toBe(
    '0 of 2 calls delivered; Segment drops them if they are sent again\nerror: POST /v1/batch: Segment answered 401; the write key is not valid; check SEGMENT_WRITE_KEY (Connections > Sources > the source > Settings > API Keys) and the region\n',
  )
})
