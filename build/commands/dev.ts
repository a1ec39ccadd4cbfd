import { once } from 'node:events'
import { settingDefinitions } from '../../shared/settings/definitions'
import { type Context, defineCommand } from '../cli/command'
import { interruption } from '../cli/interruption'
import { settingOptions } from '../cli/request-options'
import { readSettingArguments } from '../cli/setting-arguments'
import { wholeNumber } from '../cli/whole-number'
import { requestLine } from '../render/request-line'
import { UserError } from '../system/errors'
import { summaryOf } from '../workbench/kept'
import { buildLocalFunction } from '../workbench/local-function'
import { openBrowser } from '../workbench/open-browser'
import { buildPage } from '../workbench/page'
import { makeDirectory } from '../workbench/save-body'
import { type DevServer, serve } from '../workbench/server'
import { watchSources } from '../workbench/watch-sources'
import { Workbench } from '../workbench/workbench'

const usualPort = 8787

/** Receives webhooks during development and shows the results on a page. */
export const dev = defineCommand({
  name: 'dev',
  summary: 'receive webhooks on this machine like Segment, and show the results on a page',
  options: {
    port: { kind: 'text', value: 'number', summary: `the port to listen on (default: ${usualPort}; 0: a free one)` },
    'no-open': { kind: 'flag', summary: 'do not open the page in a browser' },
    ...settingOptions,
    'tunnel-host': {
      kind: 'text',
      value: 'name',
      summary: 'the host name of a tunnel to this machine; only /webhook can be reached through it',
    },
    'save-to': {
      kind: 'text',
      value: 'directory',
      summary: 'also write the body of every webhook to a file in this directory',
    },
  },
  examples: [
    'npm run dev',
    'npm run dev -- --port 9000 --no-open --save-to captured',
    'npm run dev -- --tunnel-host quiet-lake.trycloudflare.com',
  ],
  async run(values, _names, { io, screen, places }) {
    const port = wholeNumber('port', values.port, { least: 0, most: 65_535 }) ?? usualPort
    const tunnelHost = hostName(values['tunnel-host'])
    const settings = readSettingArguments(values.settings, values.setting, settingDefinitions)
    if (values['save-to'] !== undefined) makeDirectory(values['save-to'])
    const [workbench, page] = await Promise.all([
      Workbench.start({ build: () => buildLocalFunction(places.config), settings, now: () => new Date() }),
      buildPage(),
    ])
    const server = await serve(
      { workbench, page, samples: places.samples, config: places.config, save: values['save-to'], tunnelHost },
      port,
    )
    const ended = once(interruption(io), 'abort')
    const unwatch = watchSources(() => void rebuild(workbench, screen))
    greet(server, tunnelHost, screen)
    tellRequests(workbench, screen)
    if (!values['no-open']) openBrowser(server.address)
    await ended
    unwatch()
    await server.close()
    await workbench.close()
    return 0
  },
})

/** @throws UserError for what is no host name, such as an address. */
function hostName(given: string | undefined): string | undefined {
  if (given === undefined || /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(given)) return given?.toLowerCase()
  throw new UserError('--tunnel-host: expected a host name without https:// or port, such as abc.example.com', 2)
}

function greet({ address }: DevServer, tunnelHost: string | undefined, screen: Context['screen']): void {
  const tunnel = tunnelHost === undefined ? '' : `Webhooks through the tunnel: https://${tunnelHost}/webhook\n`
  screen.print(`Listening on ${address} (Ctrl+C ends it). Send a webhook from another terminal:

  curl -H "content-type: application/json" -d @test/webhooks/check-in/epoch-time.json ${address}/webhook
${tunnel && `\n${tunnel}`}`)
}

/** Prints a line for each request. One that runs again has its line already. */
function tellRequests(workbench: Workbench, screen: Context['screen']): void {
  let latest = 0
  workbench.listen((update) => {
    if (update.kind !== 'request' || update.kept.id <= latest) return
    latest = update.kept.id
    const { ms, error } = update.kept.outcome
    screen.print(requestLine({ ...summaryOf(update.kept), ms, error }, screen))
  })
}

async function rebuild(workbench: Workbench, screen: Context['screen']): Promise<void> {
  await workbench.rebuild()
  const { problem, ms } = workbench.buildState
  screen.note(problem === null ? `Rebuilt in ${ms} ms.` : `The previous build stays in use: ${problem}`)
}
