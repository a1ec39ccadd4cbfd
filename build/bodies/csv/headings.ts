import type { Row } from './rows'

/** What the columns of a file are called. */
interface Names {
  readonly names: readonly string[]
  /** The last line of the headings. */
  readonly lastHeading: number
}

/**
 * The names of the columns below a row of headings. A second row of headings may be above it, to group columns of the
 * same name (`Points` above `Accrued`, `Redeemed`, `Balance`), or below it, to part a wide heading. Both give
 * `Points Accrued`.
 */
export function namesOfColumns(rows: readonly Row[], index: number, isKnown: (heading: string) => boolean): Names {
  const headings = rows[index]?.cells?.map((cell) => cell.trim()) ?? []
  const besides = (row: Row | undefined) => (isBeside(row, headings, isKnown) ? row : undefined)
  const [above, below] = [besides(rows[index - 1]), besides(rows[index + 1])]
  const named = below === undefined ? grouped(headings, above?.cells ?? []) : parted(headings, below.cells ?? [])
  const last = below ?? rows[index]
  const lines = last?.text?.split('\n').length ?? 1
  return { names: distinct(named), lastHeading: (last?.line ?? 1) + lines - 1 }
}

export function isFilled(cell: string): boolean {
  return cell.trim() !== ''
}

/** Whether a row holds only words, and only beside the known headings. A body has something under those. */
function isBeside(row: Row | undefined, headings: readonly string[], isKnown: (heading: string) => boolean): boolean {
  const filled = row?.cells?.flatMap((cell, index) =>
    isFilled(cell) ? [{ cell, heading: headings[index] ?? '' }] : [],
  )
  if (filled === undefined || filled.length === 0 || !headings.some(isKnown)) return false
  return filled.every(({ cell, heading }) => !/\d/.test(cell) && !isKnown(heading))
}

/** Columns of the same heading get the name of their group before it. */
function grouped(headings: readonly string[], groups: readonly string[]): string[] {
  const wide = spread(groups)
  return headings.map((heading, index) => {
    const isRepeated = headings.some((other, at) => at !== index && other === heading)
    return isRepeated && wide[index] ? `${wide[index]} ${heading}` : heading
  })
}

function parted(headings: readonly string[], parts: readonly string[]): string[] {
  const wide = spread(headings)
  const width = Math.max(headings.length, parts.length)
  return Array.from({ length: width }, (_, index) => {
    const part = parts[index]?.trim()
    return part ? `${wide[index] ?? wide.at(-1) ?? ''} ${part}`.trim() : (headings[index] ?? '')
  })
}

/** A heading stands above the first of its columns. The others are blank. */
function spread(headings: readonly string[]): string[] {
  let last = ''
  return headings.map((heading) => {
    last = heading.trim() || last
    return last
  })
}

/** Every column has a name of its own, so that nothing in the file is lost. */
function distinct(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return names.map((given, index) => {
    const name = given || `column ${index + 1}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  })
}
