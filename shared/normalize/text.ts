import { clean } from '../json/text'
import { isTooLong } from '../json/values'

/**
 * Text without invisible characters and surrounding white space. Undefined when blank, over 8,192 UTF-8 bytes, or not a
 * text.
 */
export function text(value: unknown): string | undefined {
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  return clean(value) || undefined
}
