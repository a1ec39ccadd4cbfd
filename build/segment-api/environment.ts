import type { Config, EnvironmentConfig } from '../config/config'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'

const hosts = { us: 'https://api.segmentapis.com', eu: 'https://eu1.api.segmentapis.com' } as const

/**
 * The environment that `--env` names.
 * @throws UserError that lists the environments.
 */
export function environmentNamed(name: string | undefined, { environments }: Config): EnvironmentConfig {
  const environment = name !== undefined && Object.hasOwn(environments, name) ? environments[name] : undefined
  if (environment !== undefined) return environment
  const known = Object.keys(environments).join(', ')
  throw new UserError(
    name === undefined
      ? `name an environment with --env; segment.config.json has ${known}`
      : `--env: no environment ${JSON.stringify(name)} in segment.config.json; one of ${known}`,
    2,
  )
}

/** The token of Segment's Public API. */
export function tokenOf({ SEGMENT_TOKEN }: Variables): string {
  const token = SEGMENT_TOKEN?.trim()
  if (token && /^[\x21-\x7e]+$/.test(token)) return token
  throw new UserError(
    token
      ? 'SEGMENT_TOKEN holds characters that no token has; copy it again'
      : 'SEGMENT_TOKEN is not set; make a token in Segment under Settings > Workspace settings > Access Management > Tokens, and put it in .env or the environment',
  )
}

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** Where the API is, without a slash at the end: SEGMENT_API_URL, for tests and proxies, else the region's host. */
export function apiUrlOf(variables: Variables, region: EnvironmentConfig['region']): string {
  return addressIn('SEGMENT_API_URL', variables) ?? hosts[region]
}

/**
 * The address that a variable holds, without a slash at the end; undefined when it is not set.
 * @throws UserError when it is not one that requests can be sent to.
 */
export function addressIn(name: string, variables: Variables): string | undefined {
  const url = variables[name]?.trim().replace(/(?<!\/)\/+$/, '')
  if (!url) return undefined
  // fetch takes no address with a user, and paths are put behind this one.
  if (URL.canParse(url) && /^https?:\/\/[^@?#]+$/i.test(url) && isPrivate(new URL(url))) return url
  throw new UserError(
    `${name} is not an https address (or http on this machine) without user and query; correct it, or leave it out for Segment itself`,
  )
}

/** Whether nobody on the way can read the token or the write key. */
function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || thisMachine.includes(hostname)
}
