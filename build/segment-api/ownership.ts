import { isIntact, isSameScript, readBanner } from '../bundle/banner'
import { counted } from '../system/numbers'

/**
 * Whose a function's code is: `ours` as some build of this project made it, `edited` when somebody changed that in
 * Segment's editor, `foreign` when it is none of ours. Told by the banner alone, so no state has to be kept.
 */
export type Ownership = 'ours' | 'edited' | 'foreign'

/** `code` is undefined for a function that Segment says nothing of; then nothing is proven. */
export function ownershipOf(code: string | undefined, built: string): Ownership {
  if (code === undefined) return 'foreign'
  if (isSameScript(code, built) || isIntact(code)) return 'ours'
  return /SHA-256 of everything below: [0-9a-f]{64}/.test(code) ? 'edited' : 'foreign'
}

/** `version 0.1.0, 65,134 bytes`, or what little is known of code that is not ours. */
export function describeCode(code: string | undefined): string {
  if (code === undefined) return 'unknown'
  const version = readBanner(code)?.version
  const size = counted(Buffer.byteLength(code), 'byte')
  return version === undefined ? `not of this project, ${size}` : `version ${version}, ${size}`
}
