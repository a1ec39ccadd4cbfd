import { isIntact, readBanner } from '../bundle/banner'
import type { SegmentApi } from '.'
import { ApiError } from './api-error'
import type { FunctionVersion } from './functions'

/** The versions of a function; undefined where the workspace does not offer them, for they are in alpha. */
export async function versionsOf(
  { functions }: SegmentApi,
  id: string,
): Promise<readonly FunctionVersion[] | undefined> {
  try {
    const versions = await functions.versions(id)
    return versions.length === 0 ? undefined : versions
  } catch (error) {
    if (isNotOffered(error)) return undefined
    throw error
  }
}

/**
 * Whether an endpoint that is in alpha or beta is not there, or takes or answers something else by now. A token that is
 * not accepted is another matter.
 */
export function isNotOffered(error: unknown): boolean {
  const status = error instanceof ApiError ? error.failure.status : undefined
  return status !== undefined && status < 500 && status !== 401 && status !== 429
}

/** Which version of the project made some code, null for none, and whether it was edited since. */
export function provenanceOf(code: string): { readonly projectVersion: string | null; readonly isEdited: boolean } {
  const version = readBanner(code)?.version
  return { projectVersion: version ?? null, isEdited: version !== undefined && !isIntact(code) }
}
