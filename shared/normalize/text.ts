import { isTooLong } from '../json/values'

/** Text without the white space around it. Blank, too long (over 8,192 UTF-8 bytes) or another type: undefined. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  return value.trim() || undefined
}
