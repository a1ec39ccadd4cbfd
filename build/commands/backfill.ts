import { startFunction } from '../backfill/function-run'
import { shardOf } from '../backfill/guest'
import { openInputs } from '../backfill/input'
import { fileNames } from '../backfill/names'
import { periodOf } from '../backfill/period'
import { defineCommand, json } from '../cli/command'
import { requestMaker } from '../cli/request-arguments'
import { queryOption } from '../cli/request-options'
import { wholeNumber } from '../cli/whole-number'
import { identityOf, partOf } from './backfill/identity'
import { deliver, printDryRun } from './backfill/run'
import { configuredFunction, targetOf } from './backfill/target'
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
  async run(values, names, context) {
    const shard = shardOf(values.shard)
    const selection = { period: periodOf(values), shard }
    const rate = wholeNumber('rate', values.rate, { least: 1, most: 1_000_000 }) ?? usualRate
    const concurrency = wholeNumber('concurrency', values.concurrency, { least: 1, most: 100 }) ?? usualConcurrency
    const request = requestMaker({ query: values.query, header: [], form: false })
    const files = fileNames(names, shard, values.checkpoint)
    const inputs = openInputs(names, context.io.stdin)
    const configured = await configuredFunction(values.env, values['warehouse-only'], context)
    const target = values['dry-run'] ? undefined : await targetOf(values.env, context)
    if (values.env === undefined) context.screen.note(withoutSettings)
    const functionRun = startFunction(configured, request)
    const plan = { inputs, selection, functionRun, rate, asJson: values.json }
    try {
      if (target === undefined) return await printDryRun(plan, context)
      const identity = { ...identityOf(target, configured, values.query), ...partOf(values) }
      return await deliver(
        { ...plan, configured, target, identity, concurrency, files, isStrict: values.strict },
        context,
      )
    } finally {
      await functionRun.close()
    }
  },
})
