import { isSameScript } from '../../bundle/banner'
import type { NumberedVersion } from '../../segment-api/versions'
import { UserError } from '../../system/errors'

/** A version that can be restored. */
export interface RestorableVersion extends NumberedVersion {
  readonly id: string
  readonly code: string
}

/**
 * Finds a version by its number, its id or the start of its digest.
 * @throws UserError when there is none, or it cannot be restored.
 */
export function versionNamed(name: string, versions: readonly NumberedVersion[]): RestorableVersion {
  const isMeant = ({ id, number, digest }: NumberedVersion) =>
    id === name || `${number}` === name || (/^[0-9a-f]{12,64}$/i.test(name) && digest?.startsWith(name.toLowerCase()))
  const version = versions.find(isMeant)
  if (version === undefined)
    throw new UserError(`no version ${JSON.stringify(name)}; npm run rollback -- --env <name> lists them`, 2)
  return restorable(version)
}

/**
 * Finds the version that ran before the one that runs now: the newest earlier one with other code that was deployed.
 * Where Segment does not tell what was deployed, the newest earlier one with other code.
 * @throws UserError when there is none.
 */
export function previousVersion(versions: readonly NumberedVersion[]): RestorableVersion {
  const running = versions.find(({ isDeployed }) => isDeployed) ?? versions[0]
  const earlier = versions.filter(
    ({ number, code }) => code && number < (running?.number ?? 0) && !isSameScript(code, running?.code ?? ''),
  )
  const previous = earlier.find(({ deployedAt }) => deployedAt) ?? earlier[0]
  if (previous === undefined) throw new UserError('there is no earlier version with other code')
  return restorable(previous)
}

function restorable(version: NumberedVersion): RestorableVersion {
  const { id, code, number } = version
  if (id && code) return { ...version, id, code }
  throw new UserError(
    `Segment does not return the ${id ? 'code' : 'id'} of version ${number}, so it cannot be restored`,
  )
}
