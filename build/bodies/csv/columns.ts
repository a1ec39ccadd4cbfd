import { foldName } from '../../../shared/json/keys'
import { UserError } from '../../system/errors'
import { pathSteps } from '../body-path'
import type { Content } from '../item'
import { isFilled } from './headings'

/** Heading → path in the body, such as `"Points Accrued": "details.12.accrued"`. */
export type Columns = Readonly<Record<string, string>>

/** A column's place in the body. */
type Place = readonly string[]

/**
 * The place of each column: where the user sends it, the path that its heading is (`account.accountId`), or the heading
 * itself as a name.
 * @throws UserError when a named column is not in the file, or two columns go to the same place.
 */
export function placesOf(names: readonly string[], columns: Columns, file: string): readonly Place[] {
  const sent = new Map(Object.entries(columns).map(([heading, path]) => [indexOf(heading, names, file), path]))
  const wanted = names.map((name, index) => {
    const path = sent.get(index)
    return path === undefined ? pathOf(name) : pathSteps(path, `columns: ${name}`)
  })
  return wanted.map((place, index) => {
    if (!isTaken(place, index, wanted)) return place
    if (!sent.has(index)) return [names[index] ?? '']
    throw new UserError(`${file}: columns: two columns go to ${place.join('.')}; give each a path of its own`, 2)
  })
}

function indexOf(heading: string, names: readonly string[], file: string): number {
  const index = names.findIndex((name) => foldName(name) === foldName(heading))
  if (index !== -1) return index
  // In a file without headings, the first row is a guest's.
  const shown = names
    .filter((name) => !/[\d@]/.test(name))
    .map((name) => JSON.stringify(name))
    .join(', ')
  throw new UserError(`${file}: columns: there is no column ${JSON.stringify(heading)}; the file has ${shown}`, 2)
}

/** `account.accountId` is a path. `Check No.` is a name. */
function pathOf(heading: string): Place {
  return /^[^\s.]+(?:\.[^\s.]+)+$/.test(heading) ? heading.split('.') : [heading]
}

/** Whether another column goes to the same place, or one of the two is inside the other. */
function isTaken(place: Place, index: number, places: readonly Place[]): boolean {
  const path = `${place.join('\0')}\0`
  const others = places.filter((_, at) => at !== index).map((other) => `${other.join('\0')}\0`)
  return others.some((other) => other.startsWith(path) || path.startsWith(other))
}

/** The body of a row. Blank cells are left out. Undefined for a blank row. */
export function bodyOf(cells: readonly string[], places: readonly Place[], text: string): Content | undefined {
  const body = emptyObject()
  let isBlank = true
  for (const [index, cell] of cells.entries()) {
    if (!isFilled(cell)) continue
    const place = places[index]
    if (place === undefined)
      return { text, problem: `has ${cells.length} cells; expected ${places.length}, as many as headings` }
    put(body, place, cell)
    isBlank = false
  }
  return isBlank ? undefined : { text: JSON.stringify(body) }
}

function put(body: Record<string, unknown>, [name = '', ...rest]: Place, cell: string): void {
  if (rest.length === 0) {
    body[name] = cell
    return
  }
  const inner = (body[name] ?? emptyObject()) as Record<string, unknown> // no place is inside another, so it is no cell
  body[name] = inner
  put(inner, rest, cell)
}

/** It has no prototype, so a heading such as `constructor` does not find an inherited member. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null)
}
