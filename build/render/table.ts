import { getBorderCharacters, type TableUserConfig, table } from 'table'

const gap = 2

const plain: TableUserConfig = {
  border: getBorderCharacters('void'),
  drawHorizontalLine: () => false,
  columnDefault: { paddingLeft: 0, paddingRight: gap, wrapWord: true },
}

/** Rows of a name and a text. All texts start in the same column. */
export function definitionTable<Value>(
  rows: readonly (readonly [string, Value])[],
  linesOf: (value: Value, width: number) => readonly string[],
  { indent, width }: { indent: number; width: number },
): string {
  // Long names are wrapped, to leave room for the texts.
  const nameWidth = Math.min(Math.max(1, ...rows.map(([name]) => name.length)), Math.floor(width / 2))
  const textWidth = width - indent - nameWidth - gap
  const cells = rows.map(([name, value]) => [name, linesOf(value, textWidth).join('\n')])
  // The table wraps names, and texts with characters that are two columns wide.
  return laidOut(cells, { ...plain, columns: [{ width: nameWidth }, { width: textWidth }] }, indent)
}

/** A row with a name, a value and a remark. */
export type RemarkRow<Value> = readonly [name: string, value: Value, remark: string]

/** Rows with three columns, each as narrow as possible. A text that is too long is wrapped. */
export function remarkTable<Value>(
  rows: readonly RemarkRow<Value>[],
  linesOf: (value: Value, width: number) => readonly string[],
  { indent, width, color }: { indent: number; width: number; color: (remark: string) => string },
): string {
  const room = width - indent - 2 * gap
  const nameWidth = Math.min(widest(rows.map(([name]) => name)), Math.floor(room / 2.5))
  const rest = room - nameWidth
  const most = Math.max(rest - widest(rows.map(([, , remark]) => remark)), Math.floor(rest / 2))
  const values = rows.map(([, value]) => linesOf(value, most))
  const valueWidth = widest(values.flat())
  const widths = [nameWidth, valueWidth, rest - valueWidth]
  const cells = rows.map(([name, , remark], index) => [name, values[index]?.join('\n') ?? '', color(remark)])
  return laidOut(cells, { ...plain, columns: widths.map((one) => ({ width: one })) }, indent)
}

function widest(lines: readonly string[]): number {
  return Math.max(1, ...lines.map((line) => line.length))
}

/** Rows with a name and right-aligned numbers. The first row is the heading. */
export function figureTable(rows: readonly (readonly string[])[], indent: number): string {
  const columns = rows[0]?.map((_, index) => ({ alignment: index === 0 ? 'left' : 'right' }) as const) ?? []
  return laidOut(rows, { ...plain, columns }, indent)
}

function laidOut(rows: readonly (readonly string[])[], config: TableUserConfig, indent: number): string {
  const lines = table(
    rows.map((row) => [...row]),
    config,
  )
  const indented = lines
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
  return indented.join('\n')
}
