import { cleanId } from '../json/text'
import { isTooLong } from '../json/values'

/** Long numbers as a spreadsheet or data frame writes them: `5.18304E+11`, `5,18304E+11`, `5e+11`. */
const scientific = /^[+-]?\d+(?:[.,]\d*e[+-]?\d+|e\+\d+)$/i

/**
 * A code, id or number that identifies something: text without invisible characters, with case and zeros unchanged.
 * A JSON number that is a safe integer becomes its decimal digits, and `62740915.0` becomes the digits before the
 * point. Undefined for numbers beyond 2^53 and scientific notation, whose digits are already lost, and for every other
 * type.
 */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  const id = cleanId(value)
  if (id.endsWith('.0') && /^-?\d+\.0$/.test(id)) return id.slice(0, -2)
  return id === '' || scientific.test(id) ? undefined : id
}
