import { events } from '../../functions/events'
import { settingDefinitions } from '../../shared/settings/definitions'
import { type Body, readBodies, readSamples } from '../bodies/bodies'
import { bodyEditor } from '../bodies/edit-body'
import { eventNamed, sampleFiles, samplesOf } from '../bodies/samples'
import { bundle } from '../bundle/bundle'
import { noteProblems } from '../cli/body-problems'
import { type Context, defineCommand, json } from '../cli/command'
import { requestMaker } from '../cli/request-arguments'
import { queryOption, settingOptions } from '../cli/request-options'
import { readSettingArguments } from '../cli/setting-arguments'
import type { Config } from '../config/config'
import { readProjectConfig } from '../config/project-config'
import { UserError } from '../system/errors'
import { settingsFor, settingsOfOption } from './settings/environment'
import { printResults } from './simulation/print-results'
import { destinationOf, sendCalls } from './simulation/send-calls'
import { checkWarehouseOption, showWarehouse } from './simulation/warehouse'

/** Runs bodies through the built function, as Segment would. */
export const simulate = defineCommand({
  name: 'simulate',
  summary: 'run webhook bodies through the built function and print what Segment would receive',
  arguments: {
    name: 'file',
    summary: 'a file with one body (.ndjson: one per line), or - for stdin; default: all samples in test/webhooks',
  },
  options: {
    event: { kind: 'text', value: 'name', summary: 'only the samples of this event, such as check-in' },
    set: { kind: 'list', value: 'path=value', summary: 'change the body first: a.b=1, a[0].b=text (repeatable)' },
    remove: { kind: 'list', value: 'path', summary: 'remove a part of the body first (repeatable)' },
    ...settingsOfOption,
    ...settingOptions,
    header: { kind: 'list', value: 'Name: value', summary: 'a header of the request (repeatable)' },
    ...queryOption,
    warehouse: {
      kind: 'optional',
      value: 'out.sql',
      summary: 'print the tables that Segment would create from the calls, or write them as SQL for PostgreSQL',
    },
    send: {
      kind: 'flag',
      summary: 'also deliver the calls to the Segment source of SEGMENT_WRITE_KEY, and print how to find them',
    },
    urlencoded: { kind: 'flag', summary: 'send the body as form data, in the field payload' },
    json,
  },
  examples: [
    'npm run simulate -- body.json',
    'npm run simulate -- --event add-redeem --set account.accountId=42',
    'npm run simulate -- captured.ndjson --setting timeZone=UTC',
    'npm run simulate -- body.json --warehouse',
    'npm run simulate -- body.json --send',
    'npm run --silent simulate -- - --json < body.json > calls.json',
  ],
  async run(values, names, context) {
    const { json: asJson, warehouse } = values
    checkWarehouseOption(warehouse, asJson)
    const destination = values.send ? destinationOf(names, context) : undefined
    const given = readSettingArguments(values.settings, values.setting, settingDefinitions)
    const config = readProjectConfig(context.places.config)
    const settings = { ...settingsFor(values.env, config, context.io.env), ...given }
    const edit = bodyEditor(values)
    const request = requestMaker({ ...values, form: values.urlencoded })
    const bodies = (await chooseBodies(names, values.event, config, context)).map(edit)
    noteProblems(bodies, context.screen)
    const requests = bodies.map(({ file, text }) => ({ file, ...request(text) }))
    const { code } = await bundle({ config })
    const withoutCalls = warehouse !== false
    const results = await printResults({ code, settings, requests, asJson, withoutCalls }, context.screen)
    if (warehouse !== false) showWarehouse(results, warehouse, context.screen)
    const isSent = destination === undefined || (await sendCalls(results, destination, asJson, context))
    return isSent && results.every(({ status }) => status === 'ok') ? 0 : 1
  },
})

async function chooseBodies(
  names: readonly string[],
  spelling: string | undefined,
  config: Config,
  { io, places }: Context,
): Promise<Body[]> {
  if (spelling !== undefined) return eventSamples(spelling, names, config, places.samples)
  if (names.length > 0) return readBodies(names, io.stdin)
  const samples = readSamples(sampleFiles(places.samples))
  if (samples.length === 0)
    throw new UserError('there are no samples in test/webhooks yet; name a file, or - for stdin')
  return samples
}

function eventSamples(spelling: string, names: readonly string[], { eventAliases }: Config, directory: string): Body[] {
  const event = eventNamed(spelling, events, eventAliases)
  if (names.length > 0) throw new UserError('--event selects samples; remove it to run files', 2)
  const samples = readSamples(samplesOf(event, directory))
  if (samples.length === 0) throw new UserError(`there is no sample of ${event.name} in test/webhooks yet; name a file`)
  return samples
}
