import { clean } from '../json/text'
import { isTooLong } from '../json/values'

/** Text without invisible characters and the white space around it. Blank, over 8,192 UTF-8 bytes or another type: undefined. */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  return clean(value) || undefined
}
