import { hash } from 'node:crypto'

/** SHA-256 as lower-case hex. A text is hashed as UTF-8. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/** Eight hex digits that distinguish texts without showing them. */
export function shortDigest(text: string): string {
  return digestOf(text).slice(0, 8)
}
