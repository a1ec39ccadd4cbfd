import type { CellValue, Table, Warehouse, WarehouseWarning } from '../catalog/warehouse'
import { printable } from '../cli/printable'
import { counted } from '../system/numbers'
import { flow, flowText, wordsIn } from './flow'
import { definitionTable } from './table'
import { shortened } from './value'
import type { View } from './view'

interface TypedValue {
  readonly type: string
  readonly value: CellValue
}

/** Of a text without spaces. The SQL has all of it. */
const mostLength = 500
const typeWidth = 'timestamp'.length + 2

/** Every table with its rows, one column per line, without empty columns. Then the warnings. */
export function warehouseText({ tables, warnings }: Warehouse, view: View): string {
  if (tables.length === 0) return 'No calls, so no tables.'
  const remark = 'Segment fills received_at, sent_at and uuid_ts itself when it receives and loads a call.'
  const blocks = [...tables.map((table) => tableText(table, view)), flowText(remark, view.width).join('\n')]
  return [...blocks, warehouseWarnings(warnings, view)].join('\n\n').trimEnd()
}

/** The warnings, one per line. Empty when there are none. */
export function warehouseWarnings(warnings: readonly WarehouseWarning[], { colors, width }: View): string {
  return warnings.map((warning) => warningText(warning, width).replace(/^warning/, colors.yellow)).join('\n')
}

function warningText({ tables, text }: WarehouseWarning, width: number): string {
  const where = tables.length === 0 ? '' : `${tables.join(', ')}: `
  return flowText(`warning: ${printable(where + text)}`, width, 2).join('\n')
}

function tableText(table: Table, view: View): string {
  const { name, columns, rows } = table
  const title = `${view.colors.cyan(name)}  ${counted(columns.length, 'column')}, ${counted(rows.length, 'row')}`
  return [title, ...rows.map((row, index) => rowText(table, row, index + 1, view))].join('\n')
}

function rowText({ columns, rows }: Table, row: readonly (CellValue | null)[], number: number, view: View): string {
  const heading = rows.length === 1 ? [] : [`  ${view.colors.dim(`row ${number}`)}`]
  const cells = columns.flatMap(({ name, type }, index) => {
    const value = row[index] ?? null
    return value === null ? [] : [[name, { type, value }] as const]
  })
  return [...heading, definitionTable(cells, cellLines, { indent: 4, width: view.width })].join('\n')
}

function cellLines({ type, value }: TypedValue, width: number): string[] {
  const lines = flow(wordsIn(shown(value)), width - typeWidth).map((line) => shortened(line, mostLength))
  return lines.map((line, index) => `${(index === 0 ? type : '').padEnd(typeWidth)}${line}`)
}

/** Texts need no quotes, because the type is shown. Only a text with invisible spaces has them. */
function shown(value: CellValue): string {
  const text = printable(String(value))
  return text === text.trim() && text !== '' ? text : `"${text}"`
}
