import { events } from '../../../functions/events'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import { printable } from '../../cli/printable'
import type { Config, EnvironmentConfig } from '../../config/config'
import { readProjectConfig, refusals } from '../../config/project-config'
import { createSegmentApi, type SegmentApi, type Workspace } from '../../segment-api'
import { type Desired, desiredOf, secretsOf } from '../../segment-api/desired'
import { apiUrlOf, checkWorkspace, environmentNamed, titleOf, tokenOf } from '../../segment-api/environment'
import { UserError } from '../../system/errors'

/** The things that a command needs to work on one environment. */
export interface Session {
  /** The value of `--env`. */
  readonly name: string
  readonly config: Config
  readonly environment: EnvironmentConfig
  readonly api: SegmentApi
  /** The workspace of the token. It is the one that the environment names, if it names one. */
  readonly workspace: Workspace
}

/**
 * Opens the environment that `--env` names, and asks Segment for the workspace before anything else. From here on, no
 * output shows the environment's secrets.
 * @throws UserError when the environment is unknown, or the token is missing or of another workspace.
 */
export async function openSession(name: string | undefined, context: Context): Promise<Session> {
  const { io, screen, places, time } = context
  const config = readProjectConfig(places.config)
  const environment = environmentNamed(name, config)
  screen.hide(Object.values(secretsOf(environment, io.env)).map(({ value }) => value))
  const token = tokenOf(io.env)
  const baseUrl = apiUrlOf(io.env, environment.region)
  const api = createSegmentApi({ baseUrl, token, time, note: screen.note })
  const workspace = await screen.during('reading the workspace …', () => api.workspace())
  checkWorkspace(String(name), environment, workspace)
  return { name: String(name), config, environment, api, workspace }
}

/** `dev · workspace Acme Dev (acme-dev)`: where a command acts. */
export function placeOf({ name, workspace }: Session, bold: (text: string) => string): string {
  return `${bold(name)} · workspace ${printable(titleOf(workspace))}`
}

/**
 * Builds the function and describes how the environment should be.
 * @throws UserError when the function would refuse a setting, and so every request.
 */
export async function buildDesired({ config, environment }: Session, { io, screen }: Context): Promise<Desired> {
  const { code } = await screen.during('building the function …', () => bundle({ config }))
  const desired = desiredOf({ config, environment, code, events, variables: io.env })
  // The configuration is already checked, but not the values from environment variables.
  const wrong = refusals(desired.source.settings, config)
  if (wrong.length > 0) throw new UserError(`settings: ${wrong.join('; ')}`)
  return desired
}
