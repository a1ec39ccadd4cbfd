import type { Json } from '../runtime/receipt'
import type { ColumnType, Value } from './column-type'
import { snakeCase } from './snake-case'

/** A value on its way into a row. */
export interface Field {
  readonly column: string
  /** Where it stands in the call, such as `address.postalCode`. */
  readonly origin: string
  readonly value: Value
  /** The column's type where Segment fixes it; by the values unless given. */
  readonly type?: ColumnType
}

/** The fields of one call in one table. */
export type Row = readonly Field[]

/** The fields of an object: its objects flattened with `_`, each list as one JSON text. What is null is no field. */
export function fieldsOf(value: Json | undefined, path: readonly string[] = []): Field[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, item]) => fieldsOf(item, [...path, key]))
  if (typeof value === 'number' && !Number.isFinite(value)) return [] // JSON says null of it
  const scalar = Array.isArray(value) ? JSON.stringify(value) : value
  return [{ column: snakeCase(path.join('_')), origin: path.join('.'), value: scalar }]
}

export function columnOf({ column }: Field): string {
  return column
}
