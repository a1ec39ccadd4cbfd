import { existsSync } from 'node:fs'
import { type Counts, noCounts } from '../backfill/counts'
import { systemDisk } from '../backfill/disk'
import { dryRun } from '../backfill/dry-run'
import { startFunction } from '../backfill/function-run'
import { shardOf } from '../backfill/guest'
import { openInputs } from '../backfill/input'
import { type FileNames, fileNames } from '../backfill/names'
import { isLimited, periodOf } from '../backfill/period'
import { type Job, runBackfill } from '../backfill/run'
import { type Context, defineCommand, type ExitCode, json } from '../cli/command'
import { interruption } from '../cli/interruption'
import { requestMaker } from '../cli/request-arguments'
import { queryOption } from '../cli/request-options'
import { printJson } from '../cli/screen'
import { wholeNumber } from '../cli/whole-number'
import { dryJson, dryText, type RunReport, runJson, runText } from '../render/backfill'
import { counted } from '../system/numbers'
import { createDelivery } from '../tracking-api'
import { createProgress } from './backfill/progress'
import { type ConfiguredFunction, configuredFunction, shortDigest, type Target, targetOf } from './backfill/target'
import { environmentOption } from './workspace/options'

/** Segment asks for at most 1,000 a second from a workspace, of which live events need some (HTTP API, "Rate limits"). */
const usualRate = 500
const usualConcurrency = 4

const withoutSettings =
  'Without --env the function has no settings. Message ids are those of live events only where the source has none either.'

/** Sends saved bodies to a source, with the calls that live webhooks would have given. */
export const backfill = defineCommand({
  name: 'backfill',
  summary: 'run saved webhook bodies through the built function, and deliver the calls to a Segment source',
  arguments: {
    name: 'file',
    summary: 'saved bodies: .ndjson, .json (one or an array) or .csv, each also .gz; - for lines of JSON on stdin',
  },
  options: {
    ...environmentOption,
    'dry-run': { kind: 'flag', summary: 'say what would be sent, and send nothing' },
    since: {
      kind: 'text',
      value: 'date',
      summary: 'only calls from this time on: 2024-07-01, or with a time and zone',
    },
    until: { kind: 'text', value: 'date', summary: 'only calls before this time' },
    shard: { kind: 'text', value: 'k/n', summary: 'only one of n parts, each with its own guests, such as 2/8' },
    rate: { kind: 'text', value: 'n', summary: `calls a second, ${usualRate} unless given` },
    concurrency: { kind: 'text', value: 'n', summary: `deliveries side by side, ${usualConcurrency} unless given` },
    'warehouse-only': { kind: 'flag', summary: 'keep the calls from every destination that is not a warehouse' },
    ...queryOption,
    checkpoint: {
      kind: 'text',
      value: 'file',
      summary: 'where to keep what is done; <first file>.checkpoint.json unless given',
    },
    strict: { kind: 'flag', summary: 'end at the first body that is rejected' },
    json,
  },
  examples: [
    'npm run backfill -- history.ndjson --dry-run',
    'npm run backfill -- history.ndjson.gz --env prod',
    'npm run backfill -- outage.csv --env prod --since 2026-03-01 --until 2026-03-04 --warehouse-only',
    'npm run backfill -- history.ndjson.rejected.ndjson --env prod',
  ],
  async run(given, names, context) {
    const shard = shardOf(given.shard)
    const selection = { period: periodOf(given), shard }
    const rate = wholeNumber('rate', given.rate, { least: 1, most: 1_000_000 }) ?? usualRate
    const concurrency = wholeNumber('concurrency', given.concurrency, { least: 1, most: 100 }) ?? usualConcurrency
    const request = requestMaker({ query: given.query, header: [], form: false })
    const files = fileNames(names, shard, given.checkpoint)
    const inputs = openInputs(names, context.io.stdin)
    const origin = await configuredFunction(given.env, given['warehouse-only'], context)
    const target = given['dry-run'] ? undefined : await targetOf(given.env, context)
    if (given.env === undefined) context.screen.note(withoutSettings)
    const functionRun = startFunction(origin, request)
    const plan = { inputs, selection, functionRun, rate, asJson: given.json }
    try {
      if (target === undefined) return await findOut(plan, context)
      const identity = { ...identityOf(target, origin, given.query), ...partOf(given) }
      return await deliver({ ...plan, origin, target, identity, concurrency, files, isStrict: given.strict }, context)
    } finally {
      await functionRun.close()
    }
  },
})

interface Plan extends Pick<Job, 'inputs' | 'selection' | 'functionRun' | 'rate'> {
  readonly asJson: boolean
}

interface DeliveryPlan extends Plan, Pick<Job, 'identity' | 'concurrency' | 'isStrict'> {
  readonly origin: ConfiguredFunction
  readonly target: Target
  readonly files: FileNames
}

/**
 * What is the same in the run that goes on. Of the settings, those that decide message ids, guests and times: with others,
 * calls that are done would not be the ones that are meant.
 */
function identityOf(
  { id, url }: Target,
  { integrations, settings }: ConfiguredFunction,
  query: readonly string[],
): Job['identity'] {
  const { merchantId, userIdFrom, timeZone } = settings
  const entries = Object.entries({ integrations, merchantId, userIdFrom, timeZone })
  const given = entries.filter(([, value]) => value !== undefined)
  return {
    ...{ to: id, at: url },
    ...Object.fromEntries(given.map(([name, value]) => [name, JSON.stringify(value)])),
    ...(query.length > 0 && { query: shortDigest(JSON.stringify(query)) }),
  }
}

function partOf(given: Readonly<Record<'since' | 'until' | 'shard', string | undefined>>): Job['identity'] {
  const entries = (['since', 'until', 'shard'] as const).flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(entries)
}

/** What every run watches. */
function watch({ inputs }: Plan, context: Context) {
  const counts = noCounts(inputs.map(({ size }) => size))
  const { io, screen, time } = context
  const onProgress = createProgress(counts, { isTerminal: io.stderr.isTTY === true, screen, time })
  return { counts, onProgress, signal: interruption(context) }
}

async function findOut(plan: Plan, context: Context): Promise<ExitCode> {
  const { screen } = context
  const watched = watch(plan, context)
  const findings = await dryRun({ ...plan, ...watched })
  screen.progress('')
  const report = { counts: watched.counts, findings, rate: plan.rate, isLimited: isLimited(plan.selection.period) }
  if (plan.asJson) printJson(screen, dryJson(report))
  else screen.print(dryText(report, screen))
  return watched.signal.aborted ? 1 : 0
}

async function deliver(plan: DeliveryPlan, context: Context): Promise<ExitCode> {
  const { screen, time } = context
  const { target, origin, files } = plan
  const watched = watch(plan, context)
  const { integrations } = origin
  const delivery = createDelivery({ ...target, time, note: screen.note, ...(integrations && { integrations }) })
  screen.note(`Delivering to ${target.name} at ${new URL(target.url).host}.`)
  const started = time.now()
  const paths = { rejectedFiles: files.rejected, checkpointFile: files.checkpoint }
  try {
    await runBackfill({ ...plan, ...watched, ...paths, delivery, disk: systemDisk, time })
  } catch (error) {
    screen.progress('')
    if (watched.counts.lines > 0) screen.note(goOn(watched.counts, files))
    throw error
  } finally {
    await delivery.close()
  }
  screen.progress('')
  const seconds = (time.now() - started) / 1000
  return finish(plan, { counts: watched.counts, seconds, isDone: !watched.signal.aborted }, context)
}

function finish(
  plan: DeliveryPlan,
  ran: Pick<RunReport, 'counts' | 'seconds' | 'isDone'>,
  { screen }: Context,
): ExitCode {
  const { target, files, selection } = plan
  const rejectedFiles = files.rejected.filter((file) => existsSync(file))
  const { period } = selection
  const report = {
    ...ran,
    target: target.name,
    checkpoint: files.checkpoint,
    rejectedFiles,
    isLimited: isLimited(period),
  }
  if (plan.asJson) printJson(screen, runJson(report))
  else screen.print(runText(report, screen))
  if (!ran.isDone) screen.note(goOn(ran.counts, files))
  return ran.isDone ? 0 : 1
}

function goOn({ lines }: Counts, { checkpoint }: FileNames): string {
  return `Ended after ${counted(lines, 'line')}. The same command goes on from there, as ${checkpoint} tells.`
}
