import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { lockFiles } from '../../../build/backfill/lock'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { directory, file, withoutDirectory } from '../../temporary-files'
import { bodyOf, noWait } from '../backfill/history'
import { type Ran, run } from './run'

const tracking = useTrackingApi()
let files = 0

function backfill(argv: readonly string[], world: Parameters<typeof run>[1] = {}): Promise<Ran> {
  const env = { SEGMENT_WRITE_KEY: writeKey, SEGMENT_TRACKING_URL: tracking().url }
  return run(['backfill', ...argv], { time: noWait(), env, ...world })
}

const lines = (...bodies: number[]) => bodies.map((line) => `${JSON.stringify(bodyOf(line))}\n`).join('')
const fresh = (kind: string, text: string) => file(`fault-${files++}.${kind}`, text)
/** The last line on stderr, with names of files as if they stood in the working directory. */
const complaint = ({ stderr }: Ran) => withoutDirectory(stderr).trim().split('\n').at(-1)
const sentEvents = () =>
  tracking()
    .received.map(({ properties }) => Number(Object(properties).store_code))
    .sort()

describe('before anything is sent', () => {
  test('the figures are shown and a question is asked', async () => {
    const name = fresh('ndjson', lines(1, 2))
    const no = await backfill([name], { isTTY: true, stdin: 'n\n' })
    expect(no.stdout).toMatch(/^2 lines would give 2 calls; nothing was sent\n/)
    expect(no.stderr).toContain('Send 2 calls to the source of SEGMENT_WRITE_KEY? [y/N] ')
    expect([no.code, sentEvents()]).toEqual([1, []])
    const yes = await backfill([name], { isTTY: true, stdin: 'y\n' })
    expect([yes.code, sentEvents()]).toEqual([0, [1, 2]])
    const more = `${name}.checkpoint.json`
    appendFileSync(name, lines(3))
    const later = await backfill([name, '--checkpoint', more], { isTTY: true, stdin: 'y\n' })
    expect(later.stdout).toMatch(/^1 line would give 1 call; nothing was sent\n/)
  })

  test.each([[[]], [['--json']]])('%j without a terminal or for a program needs --yes', async (options) => {
    const ran = await backfill([fresh('ndjson', lines(1)), ...options])
    expect([ran.code, complaint(ran), sentEvents()]).toEqual([
      2,
      'error: cannot ask for confirmation here; add --yes to go on without it',
      [],
    ])
  })

  test.each<[string, string, string[], string]>([
    [
      'columns that no file has',
      'Card Number,event\n0049,Check-In\n',
      ['--columns', 'points.json'],
      'there is no column "Points"',
    ],
    [
      'a file of columns that is none',
      'event\nCheck-In\n',
      ['--columns', 'list.json'],
      '--columns: expected heading and path in',
    ],
    ['a second file without headings', '\n\n', [], 'has no row of headings'],
    [
      'another kind of identify calls',
      'event\nCheck-In\n',
      ['--identify', 'some'],
      '--identify: expected none, ids or all',
    ],
    [
      'a number of rows that is none',
      'event\nCheck-In\n',
      ['--skip-rows', 'two'],
      '--skip-rows: expected a whole number',
    ],
  ])('%s are wrong use', async (_, csv, options, message) => {
    file('points.json', { Points: 'wallets.points' })
    file('list.json', ['Points'])
    const argv = options.map((option) => (option.endsWith('.json') ? path.join(directory, option) : option))
    const ran = await backfill([fresh('ndjson', lines(1)), fresh('csv', csv), '--yes', ...argv])
    expect([ran.code, sentEvents()]).toEqual([2, []])
    expect(complaint(ran)).toContain(message)
  })
})

test('a second run at the same time is refused', async () => {
  const name = fresh('ndjson', lines(1))
  const release = await lockFiles([`${name}.checkpoint.json`])
  const ran = await backfill([name, '--yes'])
  release()
  expect([ran.code, complaint(ran), sentEvents()]).toEqual([
    1,
    `error: another run uses ${path.basename(name)}.checkpoint.json; wait until it ends, or stop it and run the command again`,
    [],
  ])
})

test('a file that changed where it was done is refused; what was not done may change', async () => {
  const name = fresh('ndjson', `${lines(1, 2)}{"broken\n`)
  await backfill([name, '--yes', '--strict'])
  writeFileSync(name, lines(1, 2, 3))
  expect(await backfill([name, '--yes'])).toMatchObject({ code: 0 })
  writeFileSync(name, lines(1, 4, 3))
  const ran = await backfill([name, '--yes'])
  expect([ran.code, sentEvents()]).toEqual([1, [1, 2, 3]])
  expect(complaint(ran)).toMatch(
    /^error: fault-\d+\.ndjson has changed in lines that were already sent; run it as it was/,
  )
})

test('stdin that is not what it was is refused', async () => {
  const checkpoint = path.join(directory, 'stdin.json')
  const piped = (text: string) => backfill(['-', '--yes', '--checkpoint', checkpoint], { stdin: Readable.from([text]) })
  expect(await piped(lines(1, 2))).toMatchObject({ code: 0 })
  expect(await piped(lines(1, 2, 3))).toMatchObject({ code: 0 })
  const ran = await piped(lines(5, 6, 7, 8))
  expect([ran.code, sentEvents()]).toEqual([1, [1, 2, 3]])
  expect(complaint(ran)).toMatch(/^error: - has changed in lines that were already sent/)
})

test('a JSON file that was cut off ends the run, after the bodies that are whole', async () => {
  const name = fresh('json', `[${JSON.stringify(bodyOf(1))},{"event":`)
  const ran = await backfill([name, '--yes'])
  expect([ran.code, sentEvents()]).toEqual([1, [1]])
  expect(complaint(ran)).toMatch(/^error: fault-\d+\.json: ends before its JSON does, so it was cut off; copy it again/)
  const { stdout } = await backfill([name, '--yes', '--json', '--checkpoint', `${name}.other.json`])
  expect(JSON.parse(stdout)).toMatchObject({ done: [{ lines: 1, calls: 1 }] })
  writeFileSync(name, `[${JSON.stringify(bodyOf(1))},${JSON.stringify(bodyOf(2))}]`)
  expect(await backfill([name, '--yes'])).toMatchObject({ code: 0 })
  expect(sentEvents()).toEqual([1, 2])
})

test('a run in which everything is rejected fails; a dry run says so', async () => {
  const name = fresh('ndjson', '{"event":"Check-In"}\n{"event":"Check-In"}\n')
  const dry = await backfill([name, '--dry-run'])
  expect(dry.stdout).toContain('  rejected  all of 2 lines\n')
  expect(dry.code).toBe(0)
  expect(existsSync(`${name}.rejected.ndjson`)).toBe(false)
  const ran = await backfill([name, '--yes'])
  expect(ran.code).toBe(1)
  expect(readFileSync(`${name}.rejected.ndjson`, 'utf8').trim().split('\n')).toHaveLength(2)
  expect(await backfill([name, '--yes'])).toMatchObject({ code: 0 })
})
