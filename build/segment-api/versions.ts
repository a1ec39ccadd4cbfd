import { isIntact, readBanner } from '../bundle/banner'
import type { SegmentApi } from '.'
import { ApiError } from './api-error'
import type { FunctionVersion } from './functions'

/** The versions of a function. Undefined when the workspace lacks the endpoint, which is in alpha. */
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
 * Whether an alpha or beta endpoint is missing or has changed. A refused token does not count.
 */
export function isNotOffered(error: unknown): boolean {
  const status = error instanceof ApiError ? error.failure.status : undefined
  return status !== undefined && status < 500 && status !== 401 && status !== 429
}

/** The project version that built some code (null for foreign code), and whether somebody edited it since. */
export function provenanceOf(code: string): { readonly projectVersion: string | null; readonly isEdited: boolean } {
  const version = readBanner(code)?.version
  return { projectVersion: version ?? null, isEdited: version !== undefined && !isIntact(code) }
}
