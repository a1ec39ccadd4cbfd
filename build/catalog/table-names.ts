import type { SegmentCall } from '../runtime/receipt'
import { snakeCase } from './snake-case'

/** Segment's own tables. An event cannot use these names. */
const ownTables = ['tracks', 'identifies', 'users', 'groups', 'accounts', 'pages', 'screens', 'aliases']

/** The table of a track call's event. Empty when its name has no ASCII letter or digit. */
export function tableNameOf({ event }: SegmentCall): string {
  return snakeCase(String(event))
}

/** Whether an event can have a table with this name. */
export function isEventTable(name: string): boolean {
  return name !== '' && !isOwnTable(name)
}

export function isOwnTable(name: string): boolean {
  return ownTables.includes(name)
}
