/** The types of a warehouse column, as Segment names them. */
export type ColumnType = 'timestamp' | 'integer' | 'float' | 'boolean' | 'varchar'

/** A value of a row. Timestamps are ISO 8601 in UTC. */
export type CellValue = string | number | boolean

/** The most characters of a text in a column. */
export const longestText = 512

/**
 * The type of a column whose first value is this. Segment does not document which texts become timestamps; we use ISO
 * 8601 dates, with or without a time. A whole number is an integer, because JSON does not distinguish 5.0 from 5.
 */
export function columnTypeOf(value: CellValue): ColumnType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'float'
  return instantOf(value) === undefined ? 'varchar' : 'timestamp'
}

/**
 * Converts a value to the type of its column. A text is cut at 512 characters, an integer loses its fraction, and a
 * value that does not fit becomes null. Segment documents the loss of precision, but not what happens to other values.
 */
export function asType(value: CellValue, type: ColumnType): CellValue | null {
  if (type === 'varchar') return cut(String(value))
  if (type === 'timestamp') return typeof value === 'string' ? (instantOf(value) ?? null) : null
  if (type === 'boolean') return typeof value === 'boolean' ? value : null
  if (typeof value !== 'number') return null
  return type === 'float' ? value : whole(value)
}

/** Whether a text is too long for a column. Counts code points, as databases do. */
export function isCut(value: CellValue): boolean {
  return typeof value === 'string' && value.length > longestText && cut(value) !== value
}

function cut(text: string): string {
  return text.length <= longestText ? text : Array.from(text).slice(0, longestText).join('')
}

/** Numbers beyond 2^53 may have lost digits, so they become null. */
function whole(value: number): number | null {
  const integer = Math.trunc(value) + 0 // not -0
  return Number.isSafeInteger(integer) ? integer : null
}

const isoDateTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** A text as an instant in ISO 8601 UTC. Undefined when it is not one. A text without an offset is in UTC. */
function instantOf(text: string): string | undefined {
  const [, year = '', month, day, time = '00:00', seconds = ':00', offset = 'Z'] = isoDateTime.exec(text) ?? []
  if (new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() !== Number(day)) return undefined
  const instant = new Date(`${year}-${month}-${day}T${time}${seconds}${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`)
  // Databases do not accept year 0, or years after 9999 in this format.
  const isInRange =
    !Number.isNaN(instant.getTime()) && instant.getUTCFullYear() > 0 && instant.getUTCFullYear() < 10_000
  return isInRange ? instant.toISOString() : undefined
}
