import { EventEmitter } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Answer } from '../../fakes/segment-api/answer'
import { token, useSegmentApi } from '../../fakes/segment-api/use-segment-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { directory, file, withoutDirectory } from '../../temporary-files'
import { ownerOnlyMode } from '../../windows'
import { bodyOf, noWait } from '../backfill/history'
import { type Ran, run } from './run'

const withoutEnvironment =
  'Without --env the function has the settings that all environments share. Message ids equal those of live events only if the source has no others.\n'

const tracking = useTrackingApi()
let printed = ''
afterEach(() => {
  expect(printed).not.toContain(writeKey)
  expect(tracking().violations).toEqual([])
  printed = ''
})

type World = Parameters<typeof run>[1]

/** What was printed, with names of files as if they stood in the working directory; their length would fold lines. */
function shown(text: string): string {
  return withoutDirectory(text)
    .replace(/, \d+ calls? a second$/m, '')
    .replace(/\n {14}/g, ' ')
}

/** Runs a command line with the write key of the fake, and without a question. */
function backfill(argv: readonly string[], world: World = {}): Promise<Ran> {
  return ask([...argv, '--yes'], world)
}

async function ask(argv: readonly string[], world: World = {}): Promise<Ran> {
  const env = { SEGMENT_WRITE_KEY: writeKey, SEGMENT_TRACKING_URL: tracking().url, ...world.env }
  const ran = await run(['backfill', ...argv], { time: noWait(), ...world, env })
  printed += ran.stdout + ran.stderr
  return ran
}

const ndjson = file('a.ndjson', `${[1, 2, 101].map((line) => JSON.stringify(bodyOf(line))).join('\n')}\n{"broken\n`)
const csv = file('b.csv', 'event,eventId,timestamp,account.accountId\nCheck-In,e1,2024-03-01T12:00:00Z,77\n')
const zipped = path.join(directory, 'c.json.gz')
writeFileSync(zipped, gzipSync(JSON.stringify([bodyOf(3), bodyOf(4)])))

test('files of every kind are delivered, what was done is reported, and it is not done again', async () => {
  const { code, stdout, stderr } = await backfill([ndjson, csv, zipped])
  const host = new URL(tracking().url).host
  expect(stderr).toBe(`${withoutEnvironment}Delivering to the source of SEGMENT_WRITE_KEY at ${host}.\n`)
  expect(shown(stdout)).toBe(`✓ 7 calls of 7 lines delivered to the source of SEGMENT_WRITE_KEY
            calls
  Check-In      6
  identify      1
  took        1 s
  identities  3 calls with a user id, 4 anonymous
  earliest    2024-01-01T00:01:00.000Z
  latest      2024-03-01T12:00:00.000Z
  rejected    1 line, with the reasons in a.ndjson.rejected.ndjson; correct it and run that
  checkpoint  a.ndjson.checkpoint.json

  rejected  because
  1         is not valid JSON: a string has no closing quotation mark (first:
            a.ndjson:4)
`)
  expect(code).toBe(0)
  expect(tracking().received).toHaveLength(7)
  expect(readFileSync(`${ndjson}.checkpoint.json`, 'utf8')).not.toContain(writeKey)
  expect(statSync(`${ndjson}.rejected.ndjson`).mode & 0o777).toBe(ownerOnlyMode)

  const again = await backfill([ndjson, csv, zipped, '--json'])
  expect(JSON.parse(again.stdout)).toEqual({
    ...{ done: true, target: 'the source of SEGMENT_WRITE_KEY', lines: 7, earlier: 7, calls: 0, rejected: 0 },
    ...{ outside: 0, undated: 0, seconds: 0, checkpoint: `${ndjson}.checkpoint.json` },
    ...{ events: {}, unreadable: {}, rejections: [], known: 0, earliest: null, latest: null, bytes: 0 },
    rejectedFiles: [`${ndjson}.rejected.ndjson`],
  })
  const later = await backfill([ndjson, csv, zipped])
  expect(shown(later.stdout)).toContain(`
  before      7 lines by an earlier run
  rejected    lines of an earlier run, with the reasons in a.ndjson.rejected.ndjson; correct it and run that
`)
  expect(tracking().requests.length).toBeLessThan(12)
})

test('--dry-run says what would be sent, and needs no write key', async () => {
  const undated = file('undated.ndjson', `${JSON.stringify({ ...bodyOf(5), timestamp: null })}\n`)
  const { code, stdout } = await backfill([ndjson, undated, '--dry-run', '--rate', '2'], {
    env: { SEGMENT_WRITE_KEY: '' },
  })
  expect(withoutDirectory(stdout).replace(/\(first:\n +/g, '(first: ')).toMatchInlineSnapshot(`
"5 lines would give 4 calls; nothing was sent
            calls
  Check-In      3
  identify      1
  guests        3
  identities    2 calls with a user id, 2 anonymous
  earliest      2024-01-01T00:01:00.000Z
  latest        2024-01-01T01:41:00.000Z
  size          1,460 bytes
  duration      about 2 s at 2 calls a second
  without time  1 call, which Segment would date at receipt
  rejected      2 lines

  rejected  because
  1         is not valid JSON: a string has no closing quotation mark (first: a.ndjson:4)
  1         Check-In: has no time that can be read; correct it, or send it as of
            now with --undated (first: undated.ndjson:1)
"
`)
  expect(code).toBe(0)
  const { stdout: json } = await backfill([ndjson, '--dry-run', '--json', '--since', '2024-01-01T00:02Z'])
  expect(JSON.parse(withoutDirectory(json))).toMatchInlineSnapshot(`
{
  "bytes": 1119,
  "calls": 3,
  "earliest": "2024-01-01T00:02:00.000Z",
  "events": {
    "Check-In": 2,
    "identify": 1,
  },
  "guests": {
    "count": 2,
    "exact": true,
  },
  "known": 2,
  "latest": "2024-01-01T01:41:00.000Z",
  "lines": 4,
  "outside": 1,
  "rejected": 1,
  "rejections": [
    {
      "count": 1,
      "places": [
        "a.ndjson:4",
      ],
      "reason": "is not valid JSON: a string has no closing quotation mark",
    },
  ],
  "seconds": 0.006,
  "undated": 0,
  "unreadable": {},
}
`)
  expect(tracking().requests).toEqual([])
})

describe('with an environment', () => {
  const segment = useSegmentApi()
  const config = file('environments.json', {
    function: { displayName: 'Paytronix' },
    environments: {
      dev: {
        region: 'us',
        source: { slug: 'paytronix_dev', name: 'Paytronix_Dev' },
        settings: { merchantId: '1000', cardNumber: 'last4', sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' } },
        backfill: { integrations: { All: true, Braze: false } },
      },
    },
  })
  const variable = {
    dev: {
      region: 'us',
      source: { slug: 'paytronix_dev', name: 'Paytronix_Dev' },
      settings: { merchantId: { env: 'MERCHANT' } },
    },
  }
  const body = file('one.ndjson', `${JSON.stringify(bodyOf(101))}\n`)
  let runs = 0

  /** Runs in the environment, with a token instead of a write key. */
  function inDev(argv: readonly string[] = [], env: Record<string, string> = {}): Promise<Ran> {
    const checkpoint = path.join(directory, `dev-${runs++}.json`)
    const token_ = { SEGMENT_WRITE_KEY: '', SEGMENT_TOKEN: token, SEGMENT_API_URL: segment().url, ...env }
    return backfill([body, '--env', 'dev', '--checkpoint', checkpoint, ...argv], { config, env: token_ })
  }

  function addSource(change: object = {}): void {
    const source = { id: 'source1', slug: 'paytronix_dev', enabled: true, metadataId: 'm1', settings: {} }
    segment().state.sources.push({ ...source, writeKeys: [writeKey], trackingPlanId: null, ...change })
  }

  test('the function has its settings, and Segment is asked for the write key', async () => {
    addSource()
    const { code, stdout, stderr } = await inDev()
    expect(code).toBe(0)
    expect(stderr).toMatch(/^Delivering to the source "paytronix_dev" of the workspace .+ at 127\.0\.0\.1:\d+\.\n$/)
    expect(stdout).toMatch(/^✓ 2 calls of 1 line delivered to the source "paytronix_dev" of the workspace /)
    expect(tracking().received).toMatchObject([
      { type: 'identify', integrations: { All: true, Braze: false } },
      { type: 'track', properties: { merchant_id: '1000', printed_card_number: '…0001' } },
    ])
  })

  test('--warehouse-only keeps the calls from every other destination', async () => {
    await inDev(['--warehouse-only'], { SEGMENT_WRITE_KEY: writeKey })
    const all = tracking().received.map(({ integrations }) => integrations)
    expect(all).toEqual([1, 2].map(() => ({ All: false, Warehouses: { all: true } })))
  })

  test.each<[string, object, readonly string[], RegExp]>([
    [
      'write key',
      { SEGMENT_WRITE_KEY: 'another' },
      [],
      /to was .+digest \w{8} and is .+digest \w{8}; run the same command/,
    ],
    [
      'merchant id',
      { MERCHANT: '2000' },
      [],
      /belongs to another run: merchantId was "1000" and is "2000"; run the same command/,
    ],
    [
      'query',
      {},
      ['--query', 'event=Check-In'],
      /belongs to another run: query was none and is \w{8}; run the same command/,
    ],
  ])('with another %s a run is another one', async (_, change, argv, message) => {
    const withVariable = file('variable.json', { ...JSON.parse(readFileSync(config, 'utf8')), environments: variable })
    const checkpoint = path.join(directory, `changed-${runs++}.json`)
    const runWith = (env: object, more: readonly string[]) =>
      backfill([body, '--env', 'dev', '--checkpoint', checkpoint, ...more], {
        config: withVariable,
        env: { MERCHANT: '1000', ...env },
      })
    expect(await runWith({}, [])).toMatchObject({ code: 0 })
    const { code, stderr } = await runWith(change, argv)
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  })

  test.each([
    ['is not there', undefined, /has no source "paytronix_dev"; run npm run deploy -- --env dev\n$/],
    ['is disabled', { enabled: false }, /the source "paytronix_dev" is disabled and would drop every call/],
    ['keeps its write key to itself', { writeKeys: [] }, /the token may not read the write key of "paytronix_dev"/],
  ])('a source that %s is reported', async (_, change, message) => {
    if (change !== undefined) addSource(change)
    const { code, stderr } = await inDev()
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
    expect(tracking().requests).toEqual([])
  })
})

test('a terminal shows how far it is', async () => {
  let now = 0
  const time = { ...noWait(), elapsed: () => (now += 250) }
  const name = file('bar.ndjson', `${[1, 2].map((line) => JSON.stringify(bodyOf(line))).join('\n')}\n`)
  const { stderr } = await backfill([name], { isTTY: true, columns: 80, time })
  expect(stderr).toMatch(/██████ 100% {2}(\d+ s left {2})?\d lines? {2}\d calls? {2}\d\/s {2}0 rejected/)
})

test('Ctrl-C finishes what is under way and says how to go on', async () => {
  const lines = Array.from({ length: 40 }, (_, line) => JSON.stringify(bodyOf(line)))
  const name = file('interrupted.ndjson', `${lines.join('\n')}\n`)
  const signals = new EventEmitter()
  const interrupting = (answer: Answer | undefined) => {
    signals.emit('SIGINT')
    return answer ?? 'reset'
  }
  tracking().fail({ isDone: true, replace: interrupting })
  const { code, stdout, stderr } = await backfill([name, '--concurrency', '1', '--rate', '10'], { signals })
  expect(code).toBe(1)
  expect(stderr).toContain('Finishing the calls in progress; press Ctrl-C again to stop at once.\n')
  expect(stderr).toMatch(
    /Stopped after \d+ lines?\. Run the same command to continue; .*interrupted\.ndjson\.checkpoint\.json has the progress\.\n$/,
  )
  expect(stdout).toMatch(/^… \d+ calls? of \d+ lines? delivered/)
  await backfill([name])
  expect(tracking().received).toHaveLength(40)
})

test('what ended a run early is reported, and how to go on', async () => {
  const name = file('wrong-key.ndjson', `${JSON.stringify(bodyOf(1))}\n`)
  const { code, stdout, stderr } = await backfill([name], { env: { SEGMENT_WRITE_KEY: 'another' } })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/\nerror: .*write key/)
})
