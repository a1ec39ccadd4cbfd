import { settingDefinitions } from '../../shared/settings/definitions'
import { readBodies, readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { bundle } from '../bundle/bundle'
import { type Context, defineCommand, json } from '../cli/command'
import { settingOptions } from '../cli/request-options'
import { printJson, type Screen } from '../cli/screen'
import { readSettingArguments } from '../cli/setting-arguments'
import type { Config } from '../config/config'
import { readProjectConfig } from '../config/project-config'
import { destinations as known } from '../destinations'
import type { Destination } from '../destinations/destination'
import { type Runner, startRunner } from '../destinations/runner/runner'
import type { Mode, Trial } from '../destinations/runner/trial'
import { hasFailed } from '../destinations/summary'
import { terraformOf } from '../destinations/terraform'
import { tryCalls } from '../destinations/try-calls'
import { type Result, simulate } from '../runtime/simulation'
import { UserError } from '../system/errors'
import { type DestinationResult, entriesOf } from './destinations/entries'
import { printResults } from './destinations/print-results'
import { settingsFor, settingsOfOption } from './settings/environment'

/** Shows what the tools behind Segment would receive, by Segment's own code. */
export const destinations = defineCommand({
  name: 'destinations',
  summary: 'show what Braze, Google Analytics and other tools would receive, by the code of Segment itself',
  arguments: {
    name: 'file',
    summary: 'a file with one body (.ndjson: one per line), or - for stdin; default: totals for all samples',
  },
  options: {
    for: { kind: 'text', value: 'names', summary: `only these: ${known.map(({ slug }) => slug).join(', ')}` },
    default: { kind: 'flag', summary: "with the destination's own presets, or what Segment suggests" },
    ready: { kind: 'flag', summary: 'with the subscriptions that this project ships (the default)' },
    terraform: { kind: 'flag', summary: 'run nothing, and print the subscriptions as Terraform resources' },
    ...settingsOfOption,
    ...settingOptions,
    json,
  },
  examples: [
    'npm run destinations',
    'npm run destinations -- body.json --for braze,klaviyo',
    'npm run destinations -- body.json --for google-analytics-4 --default',
    'npm run --silent destinations -- --for braze --terraform > braze.tf',
  ],
  async run(values, names, context) {
    if (values.default && values.ready) throw new UserError('--default and --ready exclude each other; choose one', 2)
    if (values.terraform && (values.json || names.length > 0)) {
      throw new UserError('--terraform prints the subscriptions only; leave out --json and the files', 2)
    }
    const mode = values.default ? 'default' : 'ready'
    const chosen = chooseDestinations(values.for)
    const given = readSettingArguments(values.settings, values.setting, settingDefinitions)
    const config = readProjectConfig(context.places.config)
    const settings = { ...settingsFor(values.env, config, context.io.env), ...given }
    const runner = await startRunner(context.places.destinations)
    try {
      if (values.terraform) return await printTerraform(runner, chosen, mode, context.screen)
      const results = await simulateAll(names, config, settings, context)
      const rejected = results.filter(({ status }) => status !== 'ok')
      const tellsLost = values.json || names.length > 0
      const how = { mode, receivedAt: new Date(context.time.now()).toISOString(), tellsLost } as const
      const tried = await tryAll(runner, chosen, how, results, context)
      if (values.json) printJson(context.screen, entriesOf(mode, rejected, tried))
      else printResults({ mode, rejected, tried, isDetailed: names.length > 0 }, context.screen)
      const isRefused = tried.some(({ calls }) => calls.some(({ outcome }) => hasFailed(outcome)))
      return rejected.length > 0 || isRefused ? 1 : 0
    } finally {
      runner.close()
    }
  },
})

function chooseDestinations(names: string | undefined): readonly Destination[] {
  if (names === undefined) return known
  return names.split(',').map((name) => {
    const destination = known.find(({ slug }) => slug === name.trim().toLowerCase())
    if (destination !== undefined) return destination
    throw new UserError(`--for: unknown tool ${name}; expected ${known.map(({ slug }) => slug).join(', ')}`, 2)
  })
}

async function printTerraform(
  runner: Runner,
  chosen: readonly Destination[],
  mode: Mode,
  { print }: Screen,
): Promise<0> {
  for (const destination of chosen) {
    const how = { mode, receivedAt: '', tellsLost: false }
    const { subscriptions } = await tryCalls(runner, destination, [], how)
    print(`${terraformOf(destination, subscriptions)}\n`)
  }
  return 0
}

async function simulateAll(
  names: readonly string[],
  config: Config,
  settings: Readonly<Record<string, unknown>>,
  { io, places, screen }: Context,
): Promise<readonly Result[]> {
  const bodies = names.length > 0 ? await readBodies(names, io.stdin) : readSamples(sampleFiles(places.samples))
  const requests = bodies.map(({ file, text }) => ({ file, body: text }))
  const { code } = await bundle({ config })
  const results: Result[] = []
  for await (const result of simulate({ code, settings, note: screen.note }, requests)) {
    // The samples show what the function warns of, so only the user's own bodies are worth a word.
    if (names.length > 0) for (const warning of result.warnings) screen.note(`${result.file}: ${warning}`)
    results.push(result)
  }
  return results
}

async function tryAll(
  runner: Runner,
  chosen: readonly Destination[],
  how: Omit<Trial, 'slug' | 'calls'>,
  results: readonly Result[],
  { screen }: Context,
): Promise<DestinationResult[]> {
  const calls = results.flatMap(({ file, calls: own }) => own.map((call) => ({ file, call })))
  const tried: DestinationResult[] = []
  for (const destination of chosen) {
    screen.progress(`${destination.name} …`)
    tried.push(await tryCalls(runner, destination, calls, how))
  }
  screen.progress('')
  return tried
}
