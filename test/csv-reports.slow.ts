import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { noWait } from './build/backfill/history'
import { run } from './build/commands/run'
import { checkCase } from './case-check'
import type { CaseExpectation } from './case-files'
import { useTrackingApi, writeKey } from './fakes/tracking-api/use-tracking-api'
import type { Config } from './functions/property-run'
import type { WholeCall } from './functions/run'
import { file } from './temporary-files'

interface Expectation extends Omit<CaseExpectation, 'rejected'> {
  readonly rejected?: readonly { readonly line: number; readonly reason?: string }[]
  readonly unreadable?: Readonly<Record<string, number>>
  readonly exit?: number
}

/** A run of `backfill` as a file of `test/cases/csv-reports` tells it: the README of `test/cases` says what it means. */
interface ReportRun {
  readonly what?: string
  readonly options?: readonly string[]
  readonly columns?: Readonly<Record<string, string>>
  readonly settings?: Readonly<Record<string, unknown>>
  readonly config?: Partial<Config>
  readonly expect: Expectation
}

const reports = path.join(__dirname, 'cases', 'csv-reports')
const cases = readdirSync(reports)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => {
    const text = readFileSync(path.join(reports, name), 'utf8')
    const told: { what: string; runs: ReportRun[] } = JSON.parse(
      readFileSync(path.join(reports, name.replace('.csv', '.expect.json')), 'utf8'),
    )
    return { name, text, ...told }
  })

const tracking = useTrackingApi()

describe.each(cases)('$name: $what', ({ name, text, runs }) => {
  test.each(runs.map((one, index) => ({ ...one, what: one.what ?? 'As it is.', index })))('$what', async (one) => {
    const report = file(`${one.index}/${name}`, text)
    const { code, stdout } = await run(['backfill', report, ...argumentsOf(one)], {
      config: configOf(one),
      env: { SEGMENT_WRITE_KEY: writeKey, SEGMENT_TRACKING_URL: tracking().url },
      time: noWait(),
    })
    const { rejected, unreadable, exit = code, ...calls } = one.expect
    const received = tracking().received.map((call) => call as unknown as WholeCall) // what the checks go on to look at
    checkCase(calls, [{ status: 'ok', calls: received, error: null, warnings: [], errors: [] }])
    const said = JSON.parse(stdout)
    if (unreadable !== undefined) expect(said.unreadable).toMatchObject(unreadable)
    if (rejected !== undefined) checkRejected(rejected, one, report, said)
    expect(code).toBe(exit)
  })
})

function argumentsOf({ options = [] }: ReportRun): string[] {
  return ['--env', 'dev', ...options, '--yes', '--json', '--concurrency', '1']
}

function configOf({ settings = {}, config = {}, columns = {} }: ReportRun): string {
  const source = { slug: 'paytronix_dev', name: 'Paytronix_Dev' }
  const dev = { region: 'us', source, settings, backfill: { columns } }
  return file('config.json', { function: { displayName: 'Paytronix' }, environments: { dev }, ...config })
}

interface Said {
  readonly rejected: number
  readonly rejections: readonly { readonly reason: string; readonly places: readonly string[] }[]
}

/** A dry run writes no file. It tells the reasons and places. */
function checkRejected(
  wanted: NonNullable<Expectation['rejected']>,
  { options }: ReportRun,
  report: string,
  said: Said,
): void {
  expect(said.rejected).toBe(wanted.length)
  if (options?.includes('--dry-run')) {
    const told = said.rejections.flatMap(({ reason, places }) => places.map((place) => ({ place, reason })))
    const like = wanted.map(({ line, reason = '' }) => {
      return { place: `${report}:${line}`, reason: expect.stringContaining(reason) }
    })
    expect(told).toEqual(like)
    return
  }
  const lines = wanted.length === 0 ? [] : readFileSync(`${report}.rejected.ndjson`, 'utf8').trim().split('\n')
  const entries = lines.map((line) => JSON.parse(line))
  const like = wanted.map(({ line, reason = '' }) => ({ line, reason: expect.stringContaining(reason) }))
  expect(entries).toEqual(like.map((entry) => expect.objectContaining(entry)))
}
