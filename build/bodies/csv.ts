import { parse } from 'csv-parse/sync'
import { UserError } from '../system/errors'
import { CsvEnds } from './csv-ends'
import type { Content, Item } from './item'
import { split } from './split'

/** A cell's place in the body: the parts of a dotted heading. */
type Column = readonly string[]

/**
 * Reads the rows of a CSV file as bodies. The first row holds the paths: `account.accountId` is a member of `account`.
 * Blank cells and blank rows are left out.
 * @throws UserError when the headings cannot be paths in one body.
 */
export async function* csvItemsOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Item> {
  let columns: readonly Column[] | undefined
  for await (const item of split(chunks, new CsvEnds())) {
    if (columns === undefined) columns = columnsOf(item, file)
    else {
      const content = bodyOf(item, columns)
      if (content !== undefined) yield { ...item, ...content }
    }
  }
}

function cellsOf(text: string): readonly string[] {
  const [cells = []]: string[][] = parse(text, { relax_column_count: true })
  return cells
}

function columnsOf(item: Item, file: string): readonly Column[] {
  const headings = 'text' in item ? headingsOf(item.text) : []
  const wrong = headings.find((heading, index) => !isPlace(heading) || isTaken(heading, index, headings))
  if (headings.length > 0 && wrong === undefined) return headings.map((heading) => heading.split('.'))
  const what = wrong === undefined ? 'has no row of headings' : `has the heading ${JSON.stringify(wrong)}`
  throw new UserError(
    `${file}:${item.line}: ${what}; expected names such as event,account.accountId; a name must not repeat or be part of another`,
    2,
  )
}

function headingsOf(text: string): readonly string[] {
  try {
    return cellsOf(text).map((heading) => heading.trim())
  } catch {
    return []
  }
}

function isPlace(heading: string): boolean {
  return heading.split('.').every((part) => part !== '')
}

/** Whether another heading names the same path or one inside it. */
function isTaken(heading: string, index: number, headings: readonly string[]): boolean {
  return headings.some((other, at) => at !== index && `${other}.`.startsWith(`${heading}.`))
}

function bodyOf(item: Item, columns: readonly Column[]): Content | undefined {
  if (!('text' in item)) return item
  try {
    return rowBody(cellsOf(item.text), columns, item.text)
  } catch {
    return { text: item.text, problem: 'is not a row of CSV: a quotation mark is out of place' }
  }
}

function rowBody(cells: readonly string[], columns: readonly Column[], text: string): Content | undefined {
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, column: columns[index] }]))
  if (filled.length === 0) return undefined
  const body = emptyObject()
  for (const { cell, column } of filled) {
    if (column === undefined)
      return { text, problem: `has ${cells.length} cells; expected ${columns.length}, as many as headings` }
    put(body, column, cell)
  }
  return { text: JSON.stringify(body) }
}

function put(body: Record<string, unknown>, [name = '', ...rest]: Column, cell: string): void {
  if (rest.length === 0) {
    body[name] = cell
    return
  }
  const inner = (body[name] ?? emptyObject()) as Record<string, unknown> // no heading is part of another, so it is not a cell
  body[name] = inner
  put(inner, rest, cell)
}

/** It has no prototype, so a heading such as `constructor` does not find an inherited member. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null)
}
