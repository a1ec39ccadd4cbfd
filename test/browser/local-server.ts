import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UserError } from '../../build/system/errors'
import { projectRoot } from '../../build/system/project'
import { buildLocalFunction } from '../../build/workbench/local-function'
import { buildPage } from '../../build/workbench/page'
import { type DevServer, serve } from '../../build/workbench/server'
import { Workbench } from '../../build/workbench/workbench'
import { webhooksDirectory } from '../webhook-cases'

/** A server like that of `npm run dev`. Its samples and configuration are copies, so tests may change them. */
export interface LocalServer extends DevServer {
  readonly workbench: Workbench
  readonly samples: string
  /** The configuration file. */
  readonly config: string
  /** Sends a webhook as Paytronix would. */
  send(body: unknown): Promise<number>
  /** Makes all later builds fail for this reason. */
  failBuilds(problem: string): void
}

/** `now` gives the time of receipt. */
export async function startLocalServer(now: () => Date = () => new Date()): Promise<LocalServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'dev-'))
  const samples = path.join(directory, 'samples')
  const config = path.join(directory, 'segment.config.json')
  cpSync(webhooksDirectory, samples, { recursive: true })
  cpSync(path.join(projectRoot, 'segment.config.json'), config)
  let problem: string | undefined
  const build = async () => {
    if (problem !== undefined) throw new UserError(problem)
    return buildLocalFunction(config)
  }
  const workbench = await Workbench.start({ build, settings: {}, now })
  const server = await serve({ workbench, page: await buildPage(), samples, config, save: undefined }, 0)
  return {
    ...{ workbench, samples, config, address: server.address },
    failBuilds(reason) {
      problem = reason
    },
    async send(body) {
      const headers = { 'content-type': 'application/json' }
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return (await fetch(`${server.address}/webhook`, { method: 'POST', headers, body: text })).status
    },
    async close() {
      await server.close()
      await workbench.close()
      rmSync(directory, { recursive: true })
    },
  }
}
