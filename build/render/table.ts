import { flow } from './flow'
import { padded, widest, widthOf } from './width'

const gap = 2

/** The lines of each cell of a row. */
type Row = readonly (readonly string[])[]

/** Rows of a name and a text. All texts start in the same column. */
export function definitionTable<Value>(
  rows: readonly (readonly [string, Value])[],
  linesOf: (value: Value, width: number) => readonly string[],
  { indent, width }: { indent: number; width: number },
): string {
  const nameWidth = columnOf(
    rows.map(([name]) => name),
    Math.floor(width / 2),
  )
  const textWidth = width - indent - nameWidth - gap
  const cells = rows.flatMap(([name, value]) => rowsOf(name, [linesOf(value, textWidth)], nameWidth))
  return laidOut(cells, [nameWidth, textWidth], indent)
}

/** A row with a name, a value and a remark. */
export type RemarkRow<Value> = readonly [name: string, value: Value, remark: string]

/** Rows with three columns, each as narrow as possible. A remark that is too long takes several lines. */
export function remarkTable<Value>(
  rows: readonly RemarkRow<Value>[],
  linesOf: (value: Value, width: number) => readonly string[],
  { indent, width, color }: { indent: number; width: number; color: (remark: string) => string },
): string {
  const room = width - indent - 2 * gap
  const nameWidth = columnOf(
    rows.map(([name]) => name),
    Math.floor(room / 2.5),
  )
  const rest = room - nameWidth
  const most = Math.max(rest - widest(rows.map(([, , remark]) => remark)), Math.floor(rest / 2))
  const values = rows.map(([, value]) => linesOf(value, most))
  const valueWidth = Math.min(widest(values.flat()), most)
  const cells = rows.flatMap(([name, , remark], index) => {
    const value = values[index] ?? []
    const words = remark === '' ? [] : remark.split(' ')
    const beside = flow(words, rest - valueWidth)
    // A remark with a word that is too wide stands below the value, where there is more room.
    const isBeside = widest(beside) <= rest - valueWidth
    const others = isBeside ? [value, beside.map(color)] : [[...value, ...flow(words, rest).map(color)], []]
    return rowsOf(name, others, nameWidth)
  })
  return laidOut(cells, [nameWidth, valueWidth, rest - valueWidth], indent)
}

/** Rows with a name and right-aligned numbers. The first row is the heading. */
export function figureTable(rows: readonly (readonly string[])[], indent: number): string {
  const widths = rows[0]?.map((_, column) => widest(rows.map((row) => row[column] ?? ''))) ?? []
  const aligned = rows.map((row) =>
    row.map((cell, column) => [column === 0 ? cell : ' '.repeat((widths[column] ?? 0) - widthOf(cell)) + cell]),
  )
  return laidOut(aligned, widths, indent)
}

/** The width of a column of names: that of the widest which is not wider than `most`. */
function columnOf(names: readonly string[], most: number): number {
  return widest(names.filter((name) => widthOf(name) <= most))
}

/** A name that is too wide for its column has a line to itself. */
function rowsOf(name: string, others: Row, nameWidth: number): Row[] {
  return widthOf(name) <= nameWidth ? [[[name], ...others]] : [[[name]], [[''], ...others]]
}

function laidOut(rows: readonly Row[], widths: readonly number[], indent: number): string {
  return rows.flatMap((row) => linesOfRow(row, widths).map((line) => ' '.repeat(indent) + line)).join('\n')
}

function linesOfRow(row: Row, widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const cells = row.map((lines, column) => padded(lines[line] ?? '', (widths[column] ?? 0) + gap))
    return cells.join('').trimEnd()
  })
}
