import type { UnusedField } from '../../inspection/inspection'
import type { Json } from '../../runtime/receipt'

/** Unused fields that differ only in the items of lists that they stand in. */
export interface UnusedGroup {
  /** `items[*].price` when there are several. */
  readonly path: string
  readonly why: string | null
  readonly fields: readonly UnusedField[]
}

/** The fields in groups, in the order of their first ones. */
export function groupsOf(unused: readonly UnusedField[]): UnusedGroup[] {
  const groups = new Map<string, UnusedField[]>()
  for (const field of unused) {
    const name = JSON.stringify([patternOf(field.path), field.why])
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(field)
  }
  return [...groups.values()].flatMap((fields) => groupOf(fields))
}

function groupOf(fields: readonly UnusedField[]): UnusedGroup[] {
  const [first] = fields
  if (first === undefined) return []
  return [{ path: fields.length === 1 ? first.path : patternOf(first.path), why: first.why, fields }]
}

function patternOf(path: string): string {
  return path.replace(/\[\d+\]/g, '[*]')
}

/** The most values of a group to show. */
const mostValues = 5

/** The value of a single field, or the first values of several. */
export function shownValue(fields: readonly UnusedField[]): Json {
  const values = fields.map(({ value }) => value)
  if (values.length === 1) return values[0] ?? null
  const others = values.length - mostValues
  return others > 0 ? [...values.slice(0, mostValues), `… ${others} more`] : values
}
