import { cleanId } from '../json/text'
import { isTooLong } from '../json/values'

/** What a spreadsheet or a data frame makes of a long number: `5.18304E+11`, `5,18304E+11`, `5e+11`. */
const scientific = /^[+-]?\d+(?:[.,]\d*e[+-]?\d+|e\+\d+)$/i

/**
 * A code, id or number that names something: text without invisible characters, case and zeros kept.
 * A JSON number becomes its decimal digits when it is a safe integer, and `62740915.0` is the digits before the point.
 * Undefined are numbers beyond 2^53 and text in scientific notation, whose digits were lost before we saw them, and
 * every other type.
 */
export function identifier(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  const id = cleanId(value)
  if (id.endsWith('.0') && /^-?\d+\.0$/.test(id)) return id.slice(0, -2)
  return id === '' || scientific.test(id) ? undefined : id
}
