import type { SegmentCall } from '../runtime/receipt'
import { snakeCase } from './snake-case'

/** Tables of Segment's own, in which no event can have its rows. */
const ownTables = ['tracks', 'identifies', 'users', 'groups', 'accounts', 'pages', 'screens', 'aliases']

/** The table of a track call's event; empty when its name has no letter or digit of ASCII. */
export function tableNameOf({ event }: SegmentCall): string {
  return snakeCase(String(event))
}

/** Whether an event may have a table of this name. */
export function isEventTable(name: string): boolean {
  return name !== '' && !isOwnTable(name)
}

export function isOwnTable(name: string): boolean {
  return ownTables.includes(name)
}
