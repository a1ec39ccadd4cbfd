import { bundle } from '../bundle/bundle'
import { type Context, defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { readProjectConfig } from '../config/project-config'
import { statusText, webhookPlace } from '../render/status'
import { environmentNamed, tokenOf } from '../segment-api/environment'
import { type EnvironmentStatus, readStatus } from '../segment-api/status'
import { UserError } from '../system/errors'
import { environmentOption } from './workspace/options'
import { openSession } from './workspace/session'

/** Shows the state of each environment in Segment. */
export const status = defineCommand({
  name: 'status',
  summary: 'print what runs in Segment: versions, sources, what was received and what failed in the last day',
  options: { ...environmentOption, json },
  examples: ['npm run status', 'npm run status -- --env prod'],
  async run({ env, json: asJson }, _names, context) {
    const { screen, places } = context
    const config = readProjectConfig(places.config)
    const names = env === undefined ? Object.keys(config.environments) : [env]
    for (const name of names) environmentNamed(name, config)
    tokenOf(context.io.env)
    const { code } = await screen.during('building the function …', () => bundle({ config }))
    const found: EnvironmentStatus[] = []
    const failed: string[] = []
    for (const name of names) {
      const one = await screen.during(`reading ${name} …`, () => statusOf(name, code, context))
      if (typeof one === 'string') failed.push(one)
      else found.push(one)
      if (typeof one !== 'string' && !asJson) screen.print(`${statusText(one, screen)}\n`)
    }
    if (!asJson && found.length > 0) screen.print(webhookPlace(screen))
    if (failed.length > 0) throw new UserError(failed.join('\n'), 1, found.map(statusJson))
    if (asJson) printJson(screen, { environments: found.map(statusJson) })
    return 0
  },
})

function statusJson(found: EnvironmentStatus): object {
  return { ...found, workspace: found.workspace.name }
}

/** An environment that cannot be read, such as one in another workspace, does not hide the others. */
async function statusOf(name: string, code: string, context: Context): Promise<EnvironmentStatus | string> {
  try {
    const { api, environment, workspace } = await openSession(name, context)
    return await readStatus({ name, environment, workspace, api, code, now: context.time.now() })
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 1) return `${name}: ${error.message}`
    throw error
  }
}
