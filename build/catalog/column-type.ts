/** The types of a warehouse column, as Segment names them. */
export type ColumnType = 'timestamp' | 'integer' | 'float' | 'boolean' | 'varchar'

/** A value of a row; timestamps are ISO 8601 in UTC. */
export type CellValue = string | number | boolean

/** Characters of the longest text that a column holds. */
export const longestText = 512

/**
 * The type that a column gets when this is its first value. Which texts become timestamps is not documented; taken for
 * one here are ISO 8601 dates, with or without a time. A number is an integer when it is whole, for JSON tells no more.
 */
export function columnTypeOf(value: CellValue): ColumnType {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'float'
  return instantOf(value) === undefined ? 'varchar' : 'timestamp'
}

/**
 * What a column of this type keeps of a value. Any value is a text, which is cut at 512 characters; an integer keeps no
 * fraction; null for what does not fit at all. Segment documents that precision is lost, and not what becomes of the rest.
 */
export function asType(value: CellValue, type: ColumnType): CellValue | null {
  if (type === 'varchar') return cut(String(value))
  if (type === 'timestamp') return typeof value === 'string' ? (instantOf(value) ?? null) : null
  if (type === 'boolean') return typeof value === 'boolean' ? value : null
  if (typeof value !== 'number') return null
  return type === 'float' ? value : whole(value)
}

/** Whether a text is longer than a column can hold. By code points, as databases count. */
export function isCut(value: CellValue): boolean {
  return typeof value === 'string' && value.length > longestText && cut(value) !== value
}

function cut(text: string): string {
  return text.length <= longestText ? text : Array.from(text).slice(0, longestText).join('')
}

/** No number beyond 2^53 is sure to be what was sent. */
function whole(value: number): number | null {
  const integer = Math.trunc(value) + 0 // not -0
  return Number.isSafeInteger(integer) ? integer : null
}

const isoDateTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** A text as an instant, in ISO 8601 UTC; undefined when it is none. Without an offset it is taken for UTC. */
function instantOf(text: string): string | undefined {
  const [, year = '', month, day, time = '00:00', seconds = ':00', offset = 'Z'] = isoDateTime.exec(text) ?? []
  if (new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() !== Number(day)) return undefined
  const instant = new Date(`${year}-${month}-${day}T${time}${seconds}${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`)
  // Databases know neither a year 0 nor, in this notation, one after 9999.
  const isInRange =
    !Number.isNaN(instant.getTime()) && instant.getUTCFullYear() > 0 && instant.getUTCFullYear() < 10_000
  return isInRange ? instant.toISOString() : undefined
}
