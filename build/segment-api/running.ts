import type { SegmentApi } from '.'
import { ApiError } from './api-error'
import type { FunctionDetails, FunctionVersion } from './function-shapes'
import { versionsOf } from './versions'

/**
 * Whether all sources of a function run its saved code. Where Segment leaves out `isLatestVersion`, the newest version
 * tells. Undefined when nothing tells.
 */
export async function isLatestDeployed(api: SegmentApi, found: FunctionDetails): Promise<boolean | undefined> {
  if (typeof found.isLatestVersion === 'boolean') return found.isLatestVersion
  if (found.deployedAt === null) return false
  const [newest] = (await listedVersions(api, found.id)) ?? []
  return newest?.isDeployed ?? undefined
}

/** The version that runs. Undefined when Segment does not tell. */
export async function runningVersion(api: SegmentApi, found: FunctionDetails): Promise<FunctionVersion | undefined> {
  const running = (await listedVersions(api, found.id))?.find(({ isDeployed }) => isDeployed)
  if (running !== undefined) return running
  return found.isLatestVersion ? { code: found.code, deployedAt: found.deployedAt ?? undefined } : undefined
}

/** Versions are in alpha, so a failure to list them must not hide the rest. */
async function listedVersions(api: SegmentApi, id: string): Promise<readonly FunctionVersion[] | undefined> {
  try {
    return await versionsOf(api, id)
  } catch (error) {
    if (error instanceof ApiError && error.failure.status !== 401) return undefined
    throw error
  }
}
