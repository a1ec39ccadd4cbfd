import path from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import { writeChange } from '../config/project-config'
import type { Remedy } from '../inspection'
import { limits } from '../runtime/limits'
import { UserError } from '../system/errors'
import { readTextFile } from '../system/text-file'
import { inputOf, inputs } from './api-input'
import { addDestinations } from './destinations-route'
import { type Environment, ownHost, ownOrigin, strictHeaders } from './guard'
import { detailOf, type Kept, summaryOf } from './kept'
import type { PageFile } from './page'
import type { Messages } from './protocol'
import { saveBody } from './save-body'
import type { KeptRequest } from './shown-request'
import { checkSettings, eventFolders, sampleNames, stateOf } from './state'
import { saveTestCase, testCaseOf } from './test-case'
import type { Workbench } from './workbench'

export interface AppOptions {
  readonly workbench: Workbench
  /** The directory of the samples and of new test cases. */
  readonly samples: string
  /** The configuration file that remedies change. */
  readonly config: string
  /** The directory for the body of every webhook. Undefined when bodies are not saved. */
  readonly save: string | undefined
  /** The host name of a tunnel, in lower case, whose requests may reach the webhook. */
  readonly tunnelHost?: string | undefined
  /** The page's files by path. */
  readonly page: ReadonlyMap<string, PageFile>
}

/** More than Segment's limit, so that the page can show a refused request. Larger bodies are not read. */
const mostBytes = 2 * limits.bodyBytes

/** All routes of the local server. */
export function createApp(options: AppOptions): Hono<Environment> {
  const app = new Hono<Environment>()
  app.use(strictHeaders, ownHost(options.tunnelHost), ownOrigin)
  app.use(bodyLimit({ maxSize: mostBytes, onError: tooLarge }))
  app.onError(answerError)
  app.notFound((context) => context.json({ error: 'not found; send webhooks to POST /webhook' }, 404))
  addWebhook(app, options)
  addRequests(app, options)
  addState(app, options)
  addTestCases(app, options)
  addDestinations(app, options.workbench)
  for (const [url, { type, contents }] of options.page) {
    app.get(url, (context) => context.body(contents, 200, { 'content-type': type, 'cache-control': 'no-store' }))
  }
  return app
}

function tooLarge(context: Context) {
  const error = { name: 'Payload Too Large', message: 'a webhook accepts up to 512 KiB' }
  return context.json({ error: context.req.path === '/webhook' ? error : error.message }, 413)
}

function answerError(error: Error, context: Context) {
  if (error instanceof UserError) return context.json({ error: error.message }, 400)
  if (error instanceof HTTPException) return context.json({ error: error.message }, error.status)
  return context.json({ error: error.stack ?? error.message }, 500)
}

/** The endpoint for webhooks, like Segment's. */
function addWebhook(app: Hono<Environment>, { workbench, save }: AppOptions): void {
  app.all('/webhook', async (context) => {
    const kept = await workbench.receive(await requestOf(context), 'webhook')
    if (save !== undefined) saveBody(kept, save)
    const { httpStatus, error } = kept.outcome
    return Response.json(error === null ? { success: true } : { error }, { status: httpStatus })
  })
}

async function requestOf({ req }: Context): Promise<KeptRequest> {
  const { pathname, search } = new URL(req.url)
  return { method: req.method, url: pathname + search, headers: req.header(), body: await req.text() }
}

function addRequests(app: Hono<Environment>, { workbench, config }: AppOptions): void {
  const answer = async (context: Context, kept: Kept) =>
    context.json(detailOf(kept, await workbench.remediesFor(kept), workbench.settings))
  app.get('/api/requests', (context) => context.json(workbench.all().map(summaryOf)))
  app.get('/api/requests/:id', (context) => answer(context, find(workbench, Number(context.req.param('id')))))
  app.post('/api/replay', async (context) => {
    const { id, body } = await inputOf(context, inputs.replay)
    const { request } = find(workbench, id)
    return answer(context, await workbench.receive({ ...request, body: body ?? request.body }, 'page'))
  })
  app.post('/api/refresh', async (context) => {
    const { id } = await inputOf(context, inputs.refresh)
    return answer(context, await workbench.refresh(find(workbench, id)))
  })
  app.post('/api/fix', async (context) => {
    const { id, remedy } = await inputOf(context, inputs.fix)
    const change = changeOf(await workbench.remediesFor(find(workbench, id)), remedy)
    writeChange(config, [change])
    await workbench.rebuild()
    // A setting that was given otherwise would hide the one that is written.
    await workbench.set(change.settings ?? {})
    return answer(context, await workbench.refresh(find(workbench, id)))
  })
  app.post('/api/send', async (context) => {
    const { body } = await inputOf(context, inputs.send)
    const headers = { 'content-type': 'application/json' }
    return answer(context, await workbench.receive({ method: 'POST', url: '/webhook', headers, body }, 'page'))
  })
}

function changeOf(remedies: readonly Remedy[], id: string): NonNullable<Remedy['change']> {
  const change = remedies.find((one) => one.id === id)?.change
  if (!change) throw new HTTPException(404, { message: 'this remedy is out of date; look at the request again' })
  return change
}

function find(workbench: Workbench, id: number): Kept {
  const kept = workbench.find(id)
  if (kept === undefined) throw new HTTPException(404, { message: `request ${id} no longer exists` })
  return kept
}

function addState(app: Hono<Environment>, { workbench, samples }: AppOptions): void {
  const state = ({ env }: Context<Environment>) =>
    stateOf(workbench, samples, `http://127.0.0.1:${env.incoming.socket.localPort}/webhook`)
  app.get('/api/state', (context) => context.json(state(context)))
  app.post('/api/settings', async (context) => {
    const changes = await inputOf(context, inputs.settings)
    checkSettings(workbench, changes)
    workbench.set(changes)
    return context.json(state(context))
  })
  app.get('/api/stream', (context) =>
    streamSSE(context, async (stream) => {
      const send = <Name extends keyof Messages>(event: Name, message: Messages[Name]) =>
        void stream.writeSSE({ event, data: JSON.stringify(message) })
      const stop = workbench.listen((update) => {
        if (update.kind === 'request') send('request', summaryOf(update.kept))
        else send('state', state(context))
      })
      send('state', state(context))
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      stop()
    }),
  )
}

function addTestCases(app: Hono<Environment>, { workbench, samples }: AppOptions): void {
  app.get('/api/sample', (context) => {
    const name = sampleNames(samples).find((one) => one === context.req.query('name'))
    if (name === undefined) throw new HTTPException(404, { message: 'the sample does not exist' })
    return context.text(readTextFile(path.join(samples, name)))
  })
  app.post('/api/test-case/preview', async (context) => {
    const { name, body } = await inputOf(context, inputs.testCase)
    return context.json(await testCaseOf(name, body, eventFolders(workbench)))
  })
  app.post('/api/test-case', async (context) => {
    const { name, body } = await inputOf(context, inputs.testCase)
    const files = saveTestCase(await testCaseOf(name, body, eventFolders(workbench)), samples)
    workbench.announceState()
    return context.json(files)
  })
}
