import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from '../../../build/bundle/bundle'
import { projectPlaces } from '../../../build/cli/command'
import { refusals } from '../../../build/config/project-config'
import { createInspect, findRemedies } from '../../../build/inspection'
import { createRuntime, type FunctionSettings } from '../../../build/runtime'
import type { LocalFunction } from '../../../build/workbench/local-function'
import type { DetailedRequest } from '../../../build/workbench/protocol'
import { type DevServer, serve } from '../../../build/workbench/server'
import { Workbench } from '../../../build/workbench/workbench'
import { events } from '../../../functions/events'

/** What a test may have otherwise. */
export interface Given {
  readonly build?: (configFile: string) => Promise<LocalFunction>
  readonly settings?: FunctionSettings
  readonly isSaving?: boolean
  readonly tunnelHost?: string
}

export interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export interface TestServer {
  readonly workbench: Workbench
  readonly address: string
  readonly samples: string
  readonly save: string
  readonly configFile: string
  /** Sends a request over HTTP: by default to the webhook, as JSON. */
  ask(asked: Asked): Promise<Answered>
  /** Asks the server's own interface, with a JSON body if there is one. */
  api<Answer = unknown>(path: string, input?: unknown): Promise<Answer>
}

const servers: (() => Promise<void>)[] = []
// A test may name any Host, but each goes to this machine.
afterEach(async () => {
  for (const close of servers.splice(0)) await close()
})

const config = { eventAliases: {}, mappings: {} }
let built: ReturnType<typeof buildOnce> | undefined

async function buildOnce() {
  const [{ code }, inspect] = await Promise.all([bundle({ config }), createInspect(config)])
  return { code, inspect }
}

/** The function, built once for all tests of a file and run by each on its own. */
export async function builtFunction(): Promise<LocalFunction & { readonly code: string }> {
  built ??= buildOnce()
  const { code, inspect } = await built
  const eventNames = events.map(({ name }) => name)
  const remediesFor: LocalFunction['remediesFor'] = (request, inspection, settings) =>
    findRemedies({ requests: [request], inspections: [inspection], settings, config, inspect, events })
  return {
    code,
    inspect,
    eventNames,
    remediesFor,
    settings: {},
    settingsProblems: (settings) => refusals(settings, config),
    runtime: createRuntime(code, { rules: { deduplication: false } }),
  }
}

let minutes = 0

/** Starts a server on a free port, with directories of its own; it ends with the test. */
export async function startServer({
  build = builtFunction,
  settings = {},
  isSaving,
  tunnelHost,
}: Given = {}): Promise<TestServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'dev-'))
  minutes = 0
  const now = () => new Date(Date.UTC(2026, 0, 31, 12, minutes++))
  const configFile = path.join(directory, 'segment.config.json')
  cpSync(projectPlaces.config, configFile)
  const save = path.join(directory, 'saved')
  mkdirSync(save)
  const workbench = await Workbench.start({ build: () => build(configFile), settings, now })
  const samples = path.join(directory, 'samples')
  const page = new Map([['/', { type: 'text/html; charset=utf-8', contents: '<!doctype html>' }]])
  const server = await serve(
    { workbench, page, samples, config: configFile, save: isSaving ? save : undefined, tunnelHost },
    0,
  )
  servers.push(() => end(server, workbench, directory))
  const ask = (asked: Asked) => askOver(server.address, asked)
  return {
    workbench,
    address: server.address,
    samples,
    save,
    configFile,
    ask,
    api: (name, input) => api(ask, name, input),
  }
}

async function end(server: DevServer, workbench: Workbench, directory: string): Promise<void> {
  await server.close()
  await workbench.close()
  rmSync(directory, { recursive: true, force: true })
}

/** By node:http, which lets a test say any Host. */
function askOver(address: string, { method = 'POST', path: url = '/webhook', headers = {}, body = '' }: Asked) {
  return new Promise<Answered>((resolve, reject) => {
    const sent = { 'content-type': 'application/json', ...headers }
    const outgoing = request(address + url, { method, headers: sent }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function api<Answer>(ask: TestServer['ask'], name: string, input?: unknown): Promise<Answer> {
  const sent = input === undefined ? { method: 'GET' } : { body: JSON.stringify(input) }
  return JSON.parse((await ask({ path: `/api/${name}`, ...sent })).text)
}

/** The request that came last, and what became of it. */
export async function latest(server: TestServer): Promise<DetailedRequest> {
  const [first] = await server.api<{ id: number }[]>('requests')
  return server.api<DetailedRequest>(`requests/${first?.id}`)
}
