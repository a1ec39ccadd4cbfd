import { groupBy, type Some } from '../system/group-by'
import { type Cell, type CellRow, columnOf } from './cells'
import { asType, type CellValue, type ColumnType, columnTypeOf } from './column-type'
import { commonColumns } from './common-columns'

export interface Column {
  readonly name: string
  readonly type: ColumnType
}

/** A table of the warehouse, as plain data. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** A value or null for each column. */
  readonly rows: readonly (readonly (CellValue | null)[])[]
}

type FittedRow = ReadonlyMap<string, CellValue>

/**
 * Creates a table from its rows: Segment's own columns first, then those of the event or guest, then the context. A
 * column has the type of its first value. With `key`, rows with the same value in that column are merged; the latest
 * values win.
 */
export function tableOf(name: string, rows: readonly CellRow[], key?: string): Table {
  const byColumn = groupBy(rows.flat(), columnOf)
  const columns = [...byColumn].map(([column, fields]) => ({ name: column, type: firstType(fields) }))
  columns.sort((one, other) => placeOf(one.name) - placeOf(other.name))
  const types = new Map(columns.map((column) => [column.name, column.type]))
  const fitted = rows.map((row) => fittedRow(row, types))
  const kept = key === undefined ? fitted : upserted(fitted, key)
  return { name, columns, rows: kept.map((row) => columns.map((column) => row.get(column.name) ?? null)) }
}

/** The type of a column with this first value. */
export function typeOfCell({ type, value }: Cell): ColumnType {
  return type ?? columnTypeOf(value)
}

function firstType([first]: Some<Cell>): ColumnType {
  return typeOfCell(first)
}

function placeOf(column: string): number {
  if (column.startsWith('context_')) return commonColumns.length + 1
  const place = commonColumns.indexOf(column)
  return place === -1 ? commonColumns.length : place
}

/** When two fields of a row share a column, the first one wins. Segment does not document this. */
function fittedRow(row: CellRow, types: ReadonlyMap<string, ColumnType>): FittedRow {
  const fitted = new Map<string, CellValue>()
  for (const { column, value } of row) {
    const kept = asType(value, types.get(column) ?? columnTypeOf(value))
    if (kept !== null && !fitted.has(column)) fitted.set(column, kept)
  }
  return fitted
}

function upserted(rows: readonly FittedRow[], key: string): FittedRow[] {
  const latest = [...groupBy(rows, (row) => row.get(key)).values()]
  return latest.map((group) => new Map(group.flatMap((row) => [...row])))
}
