import { parse } from 'csv-parse/sync'
import { limits } from '../../runtime/limits'
import { codeOf } from '../../system/errors'
import type { Item } from '../item'

export type Delimiter = ',' | ';' | '\t'

/** A row of a CSV file. Without cells it is not readable, and its problem says why. */
export interface Row extends Item {
  readonly cells?: readonly string[]
}

const strayQuote = 'is not a row of CSV: a quotation mark is out of place'

/**
 * Makes rows of lines (RFC 4180). A cell in quotes may hold line ends. A quote that nobody closes would swallow the
 * rows after it, so a row of several lines counts only when it is as wide as the headings and none of its lines is a
 * whole row by itself. Otherwise its first line is a broken row, and the others are read anew.
 */
export class RowReader {
  #open: Item[] = []
  #characters = 0

  /** @param width the number of headings, when it is known. */
  constructor(
    readonly delimiter: Delimiter,
    private readonly width?: number,
  ) {}

  /** The rows that end with this line. */
  push(line: Item): Row[] {
    if (this.#open.length === 0) return this.#first(line)
    this.#open.push(line)
    this.#characters += line.text?.length ?? limits.bodyBytes
    if (this.#characters > limits.bodyBytes) return this.#breakOff()
    if (!line.text?.includes('"')) return []
    const cells = cellsOf(this.#open.map(({ text }) => text).join('\n'), this.delimiter)
    if (cells === 'open') return []
    if (cells === 'broken' || !this.#isWhole(cells)) return this.#breakOff()
    return [this.#joined(cells)]
  }

  /** The rows that are left when no more lines come. */
  end(): Row[] {
    const rows: Row[] = []
    while (this.#open.length > 0) rows.push(...this.#breakOff())
    return rows
  }

  #first(line: Item): Row[] {
    if (line.text === undefined) return [line]
    const cells = cellsOf(line.text, this.delimiter)
    if (cells === 'broken') return [{ ...line, problem: strayQuote }]
    if (cells !== 'open') return [{ ...line, cells }]
    this.#open = [line]
    this.#characters = line.text.length
    return []
  }

  #isWhole(cells: readonly string[]): boolean {
    if (this.width === undefined) return true
    const startsOpen = this.#open[0]?.text?.startsWith('"') === true
    const lines = startsOpen ? this.#open.slice(1, -1) : this.#open.slice(1)
    return (
      cells.length === this.width && !lines.some(({ text = '' }) => text.split(this.delimiter).length === this.width)
    )
  }

  #joined(cells: readonly string[]): Row {
    const [first, ...others] = this.#open
    const { isUnfinished = false } = others.at(-1) ?? {}
    const text = this.#open.map((line) => line.text).join('\n')
    this.#open = []
    return { line: first?.line ?? 0, text, cells, ...(isUnfinished && { isUnfinished }) }
  }

  #breakOff(): Row[] {
    const [first, ...others] = this.#open
    this.#open = []
    return first === undefined ? [] : [{ ...first, problem: strayQuote }, ...others.flatMap((line) => this.push(line))]
  }
}

/** The cells of a row. `open` when a quote is not closed. Only a quote at a cell's start quotes. */
function cellsOf(text: string, delimiter: Delimiter): readonly string[] | 'open' | 'broken' {
  if (!text.startsWith('"') && !text.includes(`${delimiter}"`)) return text.split(delimiter)
  try {
    const [cells = []]: string[][] = parse(text, { delimiter, relax_column_count: true })
    return cells
  } catch (error) {
    return codeOf(error) === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'broken'
  }
}
