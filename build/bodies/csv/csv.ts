import { UserError } from '../../system/errors'
import type { Item } from '../item'
import { LineEnds, split } from '../split'
import { bodyOf, type Columns, placesOf } from './columns'
import { layoutOf } from './layout'
import { RowReader } from './rows'

/** How to read CSV files. */
export interface CsvOptions {
  readonly columns: Columns
  /** Rows before the headings. Undefined: find them. */
  readonly skipRows: number | undefined
}

/** The headings are sought in so many lines. */
const headLines = 30

/**
 * Reads the rows of a CSV file as bodies.
 * @throws UserError when the file has no headings, or `columns` does not fit them.
 */
export async function* csvItemsOf(
  chunks: AsyncIterable<Buffer>,
  file: string,
  options: CsvOptions,
): AsyncGenerator<readonly Item[]> {
  const head: Item[] = []
  let toItems: RowItems | undefined
  for await (const lines of split(chunks, new LineEnds())) {
    const plain = lines.map(plainLine)
    if (toItems !== undefined) yield toItems.push(plain)
    else if (head.push(...plain) >= headLines) {
      toItems = new RowItems(head, file, options)
      yield toItems.push(head)
    }
  }
  if (toItems === undefined && head.length > 0) {
    toItems = new RowItems(head, file, options)
    yield toItems.push(head)
  }
  if (toItems !== undefined) yield toItems.end()
}

/** The names of a file's columns. None when there is no row of headings. */
export async function csvHeadings(chunks: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const head: Item[] = []
  for await (const lines of split(chunks, new LineEnds())) if (head.push(...lines.map(plainLine)) >= headLines) break
  return layoutOf(head, { skipRows: undefined, expected: [] })?.names ?? []
}

/** Some programs begin a file with a byte order mark, and Windows ends a line with two characters. */
function plainLine(line: Item): Item {
  if (line.text === undefined) return line
  return { ...line, text: line.text.replace(/\r$/, '').replace(line.line === 1 ? /^\uFEFF/ : '', '') }
}

/** Makes bodies of the lines of one file. */
class RowItems {
  readonly #rows: RowReader
  readonly #places: ReturnType<typeof placesOf>
  readonly #lastHeading: number

  constructor(head: readonly Item[], file: string, { columns, skipRows }: CsvOptions) {
    const layout = layoutOf(head, { skipRows, expected: Object.keys(columns) })
    if (layout === undefined)
      throw new UserError(`${file}: has no row of headings; expected names such as Card Number, Transaction Date`, 2)
    this.#places = placesOf(layout.names, columns, file)
    this.#rows = new RowReader(layout.delimiter, layout.names.length)
    this.#lastHeading = layout.lastHeading
  }

  push(lines: readonly Item[]): Item[] {
    const own = lines.filter(({ line }) => line > this.#lastHeading)
    return this.#itemsOf(own.flatMap((line) => this.#rows.push(line)))
  }

  end(): Item[] {
    return this.#itemsOf(this.#rows.end())
  }

  #itemsOf(rows: ReturnType<RowReader['push']>): Item[] {
    return rows.flatMap(({ cells, ...row }) => {
      const content = cells === undefined ? row : bodyOf(cells, this.#places, row.text ?? '')
      return content === undefined ? [] : [{ ...row, ...content }]
    })
  }
}
