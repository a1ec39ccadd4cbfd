import { createHash } from 'node:crypto'

/** SHA-256 as lower-case hex; of a text, that of its UTF-8 bytes. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Tells texts apart without showing them. */
export function shortDigest(text: string): string {
  return digestOf(text).slice(0, 8)
}
