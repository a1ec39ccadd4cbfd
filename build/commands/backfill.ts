import type { HistoryRules } from '../backfill/body-result'
import { startFunction } from '../backfill/function-pool'
import { shardOf } from '../backfill/guest'
import { fileNames } from '../backfill/names'
import { periodOf } from '../backfill/period'
import { openInputs } from '../bodies/input'
import { defineCommand } from '../cli/command'
import { requireConsent } from '../cli/confirmation'
import { requestMaker } from '../cli/request-arguments'
import { queryOption } from '../cli/request-options'
import { wholeNumber } from '../cli/whole-number'
import { readProjectConfig } from '../config/project-config'
import { environmentNamed } from '../segment-api/environment'
import { UserError } from '../system/errors'
import { columnsOf } from './backfill/columns'
import { configuredFunction } from './backfill/configured-function'
import { identityOf, partOf } from './backfill/identity'
import { deliver, printDryRun } from './backfill/run'
import { targetOf } from './backfill/target'
import { consentOptions, environmentOption } from './workspace/options'

/** Segment asks for at most 1,000 calls a second per workspace, including live events (HTTP API, "Rate limits"). */
const usualRate = 500
const usualConcurrency = 4
const identifyKinds: readonly HistoryRules['identify'][] = ['none', 'ids', 'all']

const withoutEnvironment =
  'Without --env the function has the settings that all environments share. Message ids equal those of live events only if the source has no others.'

/** Sends the calls of saved bodies to a source, as live webhooks would have done. */
export const backfill = defineCommand({
  name: 'backfill',
  summary: 'run reports or saved webhook bodies through the built function and deliver the calls to a Segment source',
  arguments: {
    name: 'file',
    summary: 'reports: .csv; saved bodies: .ndjson, .jsonl or .json; each also .gz; - for lines of JSON on stdin',
  },
  options: {
    ...environmentOption,
    'dry-run': { kind: 'flag', summary: 'show what would be sent, and send nothing' },
    ...consentOptions,
    identify: {
      kind: 'text',
      value: 'what',
      summary: 'what identify calls carry: none (no calls), ids (default: they join cards to guests), all (old traits)',
    },
    undated: { kind: 'flag', summary: 'also send events without a time; Segment dates them at receipt' },
    columns: { kind: 'text', value: 'file', summary: 'a JSON file: heading of a CSV column → path in the body' },
    'skip-rows': { kind: 'text', value: 'n', summary: 'rows of a CSV file before its headings (default: found)' },
    since: {
      kind: 'text',
      value: 'date',
      summary: 'only calls from this time: 2024-07-01, or with a time and zone',
    },
    until: { kind: 'text', value: 'date', summary: 'only calls before this time' },
    shard: { kind: 'text', value: 'k/n', summary: 'only part k of n, such as 2/8; each part has its own guests' },
    rate: { kind: 'text', value: 'n', summary: `calls per second (default: ${usualRate})` },
    concurrency: { kind: 'text', value: 'n', summary: `parallel deliveries (default: ${usualConcurrency})` },
    'warehouse-only': { kind: 'flag', summary: 'send the calls to warehouses only' },
    ...queryOption,
    checkpoint: {
      kind: 'text',
      value: 'file',
      summary: 'the file for the progress (default: <first file>.checkpoint.json)',
    },
    strict: { kind: 'flag', summary: 'stop at the first rejected body' },
  },
  examples: [
    'npm run backfill -- card-activity.csv --env prod --dry-run',
    'npm run backfill -- history.ndjson.gz --env prod --yes',
    'npm run backfill -- outage.csv --env prod --since 2026-03-01 --until 2026-03-04 --warehouse-only',
    'npm run backfill -- history.ndjson.rejected.ndjson --env prod',
  ],
  async run(values, names, context) {
    const shard = shardOf(values.shard)
    const period = periodOf(values)
    const identify = identifyOf(values.identify)
    const rate = wholeNumber('rate', values.rate, { least: 1, most: 1_000_000 }) ?? usualRate
    const concurrency = wholeNumber('concurrency', values.concurrency, { least: 1, most: 100 }) ?? usualConcurrency
    const skipRows = wholeNumber('skip-rows', values['skip-rows'], { least: 0, most: 25 })
    const request = requestMaker({ query: values.query, header: [], form: false })('')
    const config = readProjectConfig(context.places.config)
    const environment = values.env === undefined ? undefined : environmentNamed(values.env, config)
    const csv = { columns: columnsOf(values.columns, environment), skipRows }
    const files = fileNames(names, shard, values.checkpoint)
    const inputs = openInputs(names, context.io.stdin, csv)
    if (!values['dry-run']) requireConsent(values, context.io)
    const wishes = { period, shard, identify, sendsUndated: values.undated }
    const isForWarehousesOnly = values['warehouse-only']
    const configured = await configuredFunction(config, values.env, { ...wishes, isForWarehousesOnly }, context)
    const target = values['dry-run'] ? undefined : await targetOf(values.env, context)
    if (values.env === undefined) context.screen.note(withoutEnvironment)
    const functionPool = startFunction({ ...configured, request })
    const plan = { inputs, functionPool, rate, rules: configured.rules, asJson: values.json }
    try {
      if (target === undefined) return await printDryRun(plan, context)
      const identity = { ...identityOf(target, configured, values.query, csv), ...partOf(values) }
      const delivery = { target, identity, concurrency, files, isStrict: values.strict, isAsked: !values.yes }
      return await deliver({ ...plan, ...delivery }, context)
    } finally {
      await functionPool.close()
    }
  },
})

function identifyOf(text: string | undefined): HistoryRules['identify'] | undefined {
  const kind = identifyKinds.find((one) => one === text)
  if (text === undefined || kind !== undefined) return kind
  throw new UserError('--identify: expected none, ids or all', 2)
}
