import type { Json } from '../runtime/receipt'
import type { CellValue, ColumnType } from './column-type'
import { snakeCase } from './snake-case'

/** A value of a row. */
export interface Cell {
  readonly column: string
  /** Its path in the call, such as `address.postalCode`. */
  readonly origin: string
  readonly value: CellValue
  /** The column's type when Segment fixes it. Without it, the values decide. */
  readonly type?: ColumnType
}

/** The fields of one call in one table. */
export type CellRow = readonly Cell[]

/** The fields of an object. Inner objects are flattened with `_`, and a list is one JSON text. Null is left out. */
export function cellsOf(value: Json | undefined, path: readonly string[] = []): Cell[] {
  if (value === undefined || value === null) return []
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, item]) => cellsOf(item, [...path, key]))
  if (typeof value === 'number' && !Number.isFinite(value)) return [] // JSON writes it as null
  const scalar = Array.isArray(value) ? JSON.stringify(value) : value
  return [{ column: snakeCase(path.join('_')), origin: path.join('.'), value: scalar }]
}

export function columnOf({ column }: Cell): string {
  return column
}
