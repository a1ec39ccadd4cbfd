import { groupBy, type Some } from '../system/group-by'
import { type Cell, type CellRow, columnOf } from './cells'
import { isCut, longestText } from './column-type'
import { listed } from './listed'
import { typeOfCell } from './table'

/** A warning about a column, for data engineers. */
export interface ColumnWarning {
  readonly kind: 'shared column' | 'type by order' | 'cut text'
  readonly column: string
  /** A sentence without its full stop. */
  readonly text: string
}

/** The warnings about the columns of a table with these rows. */
export function columnWarnings(rows: readonly CellRow[]): ColumnWarning[] {
  return [...groupBy(rows.flat(), columnOf)].flatMap(([column, fields]) => [
    ...sharedColumn(column, fields),
    ...typeByOrder(column, fields),
    ...cutText(column, fields),
  ])
}

function sharedColumn(column: string, fields: Some<Cell>): ColumnWarning[] {
  const origins = [...new Set(fields.map(({ origin }) => JSON.stringify(origin)))]
  if (origins.length < 2) return []
  return [{ kind: 'shared column', column, text: `${listed(origins, 'and')} share the column ${column}` }]
}

function typeByOrder(column: string, fields: Some<Cell>): ColumnWarning[] {
  const [first, ...others] = new Set(fields.map(typeOfCell))
  if (first === undefined || others.length === 0) return []
  const types = listed([first, ...others].sort(), 'or')
  return [{ kind: 'type by order', column, text: `${column} becomes ${types} by its first value, here ${first}` }]
}

function cutText(column: string, fields: Some<Cell>): ColumnWarning[] {
  if (!fields.some(({ value }) => isCut(value))) return []
  return [{ kind: 'cut text', column, text: `${column} is cut at ${longestText} characters` }]
}
