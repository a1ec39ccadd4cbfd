import { isIntact, readBanner, scriptDigest } from '../bundle/banner'
import type { SegmentApi } from '.'
import type { FunctionVersion } from './function-shapes'
import { isNotFound } from './refused'

/** A version with its number. The oldest has number 1, so a new version changes no number. */
export interface NumberedVersion extends FunctionVersion {
  readonly number: number
  /** SHA-256 of the script. Undefined when Segment does not return the code. */
  readonly digest: string | undefined
}

/** The versions of a function, newest first. Undefined when the workspace does not offer them: they are in alpha. */
export async function versionsOf(
  { functions }: SegmentApi,
  id: string,
): Promise<readonly FunctionVersion[] | undefined> {
  try {
    const versions = await functions.versions(id)
    return versions.length === 0 ? undefined : versions
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** The project version that built some code (null for foreign code), and whether somebody edited it since. */
export function provenanceOf(code: string): { readonly projectVersion: string | null; readonly isEdited: boolean } {
  const version = readBanner(code)?.version
  return { projectVersion: version ?? null, isEdited: version !== undefined && !isIntact(code) }
}

/** Numbers versions that are given newest first. */
export function numbered(versions: readonly FunctionVersion[]): NumberedVersion[] {
  return versions.map((version, index) => ({
    ...version,
    number: versions.length - index,
    digest: version.code ? scriptDigest(version.code) : undefined,
  }))
}
