import type { Config, EnvironmentConfig } from '../config/config'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'
import type { Workspace } from '.'

const hosts = { us: 'https://api.segmentapis.com', eu: 'https://eu1.api.segmentapis.com' } as const

/**
 * Finds the environment that `--env` names.
 * @throws UserError that lists the environments, when there is none of this name.
 */
export function environmentNamed(name: string | undefined, { environments }: Config): EnvironmentConfig {
  const environment = name !== undefined && Object.hasOwn(environments, name) ? environments[name] : undefined
  if (environment !== undefined) return environment
  const known = Object.keys(environments).join(', ')
  throw new UserError(
    name === undefined
      ? `name an environment with --env; segment.config.json has ${known}`
      : `--env: unknown environment ${JSON.stringify(name)}; segment.config.json has ${known}`,
    2,
  )
}

/**
 * Compares the workspace of the token with the one that the environment names.
 * @throws UserError when they differ.
 */
export function checkWorkspace(name: string, { workspace }: EnvironmentConfig, there: Workspace): void {
  if (workspace === undefined || workspace === there.slug) return
  throw new UserError(
    `SEGMENT_TOKEN is a token of the workspace ${titleOf(there)}, but ${name} is in the workspace "${workspace}"; use a token of that workspace, or correct "workspace" in segment.config.json; nothing was read or written`,
  )
}

/** `Acme Dev (acme-dev)`: a workspace for people, by its name and slug. */
export function titleOf({ name, slug }: Workspace): string {
  return name === slug ? slug : `${name} (${slug})`
}

/** The token of Segment's Public API. */
export function tokenOf({ SEGMENT_TOKEN }: Variables): string {
  const token = SEGMENT_TOKEN?.trim()
  if (token && /^[\x21-\x7e]+$/.test(token)) return token
  throw new UserError(
    token
      ? 'SEGMENT_TOKEN contains characters that are not allowed in a token; copy it again'
      : 'SEGMENT_TOKEN is not set; create a token in Segment under Settings > Workspace settings > Access Management > Tokens, and put it in .env or the environment',
  )
}

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** The API's address without a final slash: SEGMENT_API_URL (for tests and proxies), or the region's host. */
export function apiUrlOf(variables: Variables, region: EnvironmentConfig['region']): string {
  return addressIn('SEGMENT_API_URL', variables) ?? hosts[region]
}

/**
 * The address in a variable, without a final slash. Undefined when the variable is not set.
 * @throws UserError when requests cannot be sent to the address.
 */
export function addressIn(name: string, variables: Variables): string | undefined {
  const url = variables[name]?.trim().replace(/(?<!\/)\/+$/, '')
  if (!url) return undefined
  // fetch refuses an address with a user, and a path is appended to this address.
  if (URL.canParse(url) && /^https?:\/\/[^@?#]+$/i.test(url) && isPrivate(new URL(url))) return url
  throw new UserError(
    `${name}: expected an https address (or http on this machine) without user and query; correct it, or remove it to use Segment`,
  )
}

/** Whether the token and the write key are safe from eavesdroppers. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || thisMachine.includes(hostname)
}
