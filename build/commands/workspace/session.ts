import { events } from '../../../functions/events'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import type { Config, EnvironmentConfig } from '../../config/config'
import { readProjectConfig, refusals } from '../../config/project-config'
import { createSegmentApi, type SegmentApi } from '../../segment-api'
import { type Desired, desiredOf, secretsOf } from '../../segment-api/desired'
import { apiUrlOf, environmentNamed, tokenOf } from '../../segment-api/environment'
import { UserError } from '../../system/errors'

/** The things that a command needs to work on one environment. */
export interface Session {
  readonly config: Config
  readonly environment: EnvironmentConfig
  readonly api: SegmentApi
}

/**
 * Opens the environment that `--env` names. From here on, no output shows its secrets.
 * @throws UserError when the environment is unknown or the token is missing.
 */
export function openSession(name: string | undefined, { io, screen, places, time }: Context): Session {
  const config = readProjectConfig(places.config)
  const environment = environmentNamed(name, config)
  screen.hide(Object.values(secretsOf(environment, io.env)).map(({ value }) => value))
  const token = tokenOf(io.env)
  const baseUrl = apiUrlOf(io.env, environment.region)
  return { config, environment, api: createSegmentApi({ baseUrl, token, time, note: screen.note }) }
}

/**
 * Builds the function and describes how the environment should be.
 * @throws UserError when the function would refuse a setting, and so every request.
 */
export async function buildDesired({ config, environment }: Session, { io, screen }: Context): Promise<Desired> {
  screen.progress('building the function …')
  const { code } = await bundle({ config })
  const desired = desiredOf({ config, environment, code, events, variables: io.env })
  screen.progress('')
  // The configuration is already checked, but not the values from environment variables.
  const wrong = refusals(desired.source.settings, config)
  if (wrong.length > 0) throw new UserError(`settings: ${wrong.join('; ')}`)
  return desired
}
