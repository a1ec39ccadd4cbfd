import { events } from '../../../functions/events'
import { namesOf } from '../../../shared/declare/property'
import { foldName } from '../../../shared/json/keys'
import { createRegistry } from '../../../shared/properties/registry'
import type { Item } from '../item'
import { isFilled, namesOfColumns } from './headings'
import { type Delimiter, type Row, RowReader } from './rows'

/** Where the bodies of a CSV file begin, and what its columns are called. */
export interface Layout {
  readonly delimiter: Delimiter
  readonly names: readonly string[]
  /** The last line of the headings. */
  readonly lastHeading: number
}

export interface LayoutOptions {
  /** Rows before the headings. Undefined: find them. */
  readonly skipRows: number | undefined
  /** Headings that the user named. */
  readonly expected: readonly string[]
}

const delimiters: readonly Delimiter[] = [',', ';', '\t']

interface Candidate {
  readonly reader: Delimiter
  readonly rows: readonly Row[]
  /** The index of the row of headings. */
  readonly index: number
  /** How many of its cells are names that the function knows. */
  readonly known: number
}

/**
 * Finds the headings among the first lines of a file: the row with the most names that the function knows, with the
 * delimiter that gives most of them. Undefined when there is no row.
 */
export function layoutOf(lines: readonly Item[], { skipRows, expected }: LayoutOptions): Layout | undefined {
  const isKnown = knownWith(expected)
  const [best] = delimiters
    .flatMap((delimiter) => candidateIn(lines, delimiter, skipRows, isKnown))
    .sort((one, other) => other.known - one.known || widthOf(other) - widthOf(one))
  return best === undefined ? undefined : { delimiter: best.reader, ...namesOfColumns(best.rows, best.index, isKnown) }
}

function candidateIn(
  lines: readonly Item[],
  delimiter: Delimiter,
  skipRows: number | undefined,
  isKnown: (heading: string) => boolean,
): Candidate[] {
  const reader = new RowReader(delimiter)
  const all = [...lines.flatMap((line) => reader.push(line)), ...reader.end()]
  const rows = all.filter((row, index) => index >= (skipRows ?? 0) && row.cells?.some(isFilled))
  const counts = rows.map(({ cells = [] }) => cells.filter(isKnown).length)
  const known = Math.max(0, ...(skipRows === undefined ? counts : counts.slice(0, 1)))
  // One known name may be chance: a line above the headings such as `Store Name,Mill Street` has one, too.
  return rows.length === 0 ? [] : [{ reader: delimiter, rows, index: known < 2 ? 0 : counts.indexOf(known), known }]
}

function widthOf({ rows, index }: Candidate): number {
  return rows[index]?.cells?.length ?? 0
}

let knownNames: ReadonlySet<string> | undefined

/** Whether the function, or the user, knows a heading. Of a path, its last name counts. */
function knownWith(expected: readonly string[]): (heading: string) => boolean {
  knownNames ??= new Set(createRegistry(events, { eventAliases: {} }).properties.flatMap(namesOf).map(foldName))
  const names = knownNames
  const own = new Set(expected.map(foldName))
  return (heading) => own.has(foldName(heading)) || names.has(foldName(heading.trim().split('.').at(-1) || heading))
}
