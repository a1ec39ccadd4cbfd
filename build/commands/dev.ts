import { settingDefinitions } from '../../shared/setting-definitions'
import { type Context, defineCommand } from '../command'
import { buildLocalFunction } from '../dev/local-function'
import { openBrowser } from '../dev/open-browser'
import { buildPage } from '../dev/page'
import { makeDirectory } from '../dev/save-body'
import { type DevServer, serve } from '../dev/server'
import { watchSources } from '../dev/watch-sources'
import { Workbench } from '../dev/workbench'
import { UserError } from '../errors'
import { settingOptions } from '../request-options'
import { readSettingArguments } from '../setting-arguments'

const usualPort = '8787'

/** A place to send webhooks to while the function is being worked on, and a page that shows what becomes of them. */
export const dev = defineCommand({
  name: 'dev',
  summary: 'receive webhooks on this machine as Segment would, and show on a page what becomes of them',
  options: {
    port: { kind: 'text', value: 'number', summary: `the port to listen on; ${usualPort} unless given, 0 for any` },
    'no-open': { kind: 'flag', summary: 'do not open the page in a browser' },
    ...settingOptions,
    save: { kind: 'text', value: 'directory', summary: 'also write the body of every webhook to a file in it' },
  },
  examples: [
    'npm run dev',
    'npm run dev -- --port 9000 --no-open --save captured',
    'npm run dev -- --settings settings.json',
  ],
  async run(given, _names, { screen, places }) {
    const port = portOf(given.port ?? usualPort)
    const settings = readSettingArguments(given.settings, given.setting, settingDefinitions)
    if (given.save !== undefined) makeDirectory(given.save)
    const [workbench, page] = await Promise.all([
      Workbench.start({ build: buildLocalFunction, settings, now: () => new Date() }),
      buildPage(),
    ])
    const server = await serve({ workbench, page, samples: places.samples, save: given.save }, port)
    const ended = interrupted()
    const unwatch = watchSources(() => void rebuild(workbench, screen))
    greet(server, screen)
    if (!given['no-open']) openBrowser(server.address)
    await ended
    unwatch()
    await server.close()
    await workbench.close()
    return 0
  },
})

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UserError('--port: expected a number from 0 to 65535', 2)
}

function greet({ address }: DevServer, screen: Context['screen']): void {
  screen.print(`Listening on ${address} (Ctrl+C ends it). Send a webhook from another terminal:

  curl -H 'content-type: application/json' -d @test/webhooks/check-in/epoch-time.json ${address}/webhook
`)
}

async function rebuild(workbench: Workbench, screen: Context['screen']): Promise<void> {
  await workbench.rebuild()
  const { problem, ms } = workbench.buildState
  screen.note(problem === null ? `Built anew in ${ms} ms.` : `The function before this edit stays at work: ${problem}`)
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
