import type { Json } from '../runtime/receipt'
import type { CellValue, ColumnType } from './column-type'
import { snakeCase } from './snake-case'

/** A value on its way into a row. */
export interface Cell {
  readonly column: string
  /** Where it stands in the call, such as `address.postalCode`. */
  readonly origin: string
  readonly value: CellValue
  /** The column's type where Segment fixes it; by the values unless given. */
  readonly type?: ColumnType
}

/** The fields of one call in one table. */
export type Row = readonly Cell[]

/** The fields of an object: its objects flattened with `_`, each list as one JSON text. What is null is no field. */
export function cellsOf(value: Json | undefined, path: readonly string[] = []): Cell[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, item]) => cellsOf(item, [...path, key]))
  if (typeof value === 'number' && !Number.isFinite(value)) return [] // JSON says null of it
  const scalar = Array.isArray(value) ? JSON.stringify(value) : value
  return [{ column: snakeCase(path.join('_')), origin: path.join('.'), value: scalar }]
}

export function columnOf({ column }: Cell): string {
  return column
}
