import { isIntact, isSameScript, readBanner } from '../bundle/banner'
import { counted } from '../system/numbers'

/**
 * Where a function's code comes from: `ours` from a build of this project, `edited` from such a build but changed in
 * Segment's editor, `other repository` from a copy of this project elsewhere, `foreign` from something else. The banner
 * alone decides, so no state is kept.
 */
export type Ownership = 'ours' | 'edited' | 'other repository' | 'foreign'

/** `code` is undefined when Segment does not return it. The function then counts as `foreign`. */
export function ownershipOf(code: string | undefined, built: string): Ownership {
  if (code === undefined) return 'foreign'
  if (isSameScript(code, built)) return 'ours'
  const repository = readBanner(code)?.repository
  if (repository !== undefined && repository !== readBanner(built)?.repository) return 'other repository'
  if (isIntact(code)) return 'ours'
  return /SHA-256 of everything below: [0-9a-f]{64}/.test(code) ? 'edited' : 'foreign'
}

/** `version 0.1.0, 65,134 bytes`, or the size only for code that is not ours. */
export function describeCode(code: string | undefined): string {
  if (code === undefined) return 'unknown'
  const version = readBanner(code)?.version
  const size = counted(Buffer.byteLength(code), 'byte')
  return version === undefined ? `not of this project, ${size}` : `version ${version}, ${size}`
}
