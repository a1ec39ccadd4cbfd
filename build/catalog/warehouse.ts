import type { SegmentCall } from '../runtime/receipt'
import { groupBy } from '../system/group-by'
import type { CellRow } from './cells'
import { eventRow, identifyRow, trackRow, userRow } from './rows'
import { type Table, tableOf } from './table'
import { isEventTable, tableNameOf } from './table-names'
import { type WarehouseWarning, warningsOf } from './warehouse-warnings'

export type { CellValue, ColumnType } from './column-type'
export type { Column, Table } from './table'
export type { WarehouseWarning } from './warehouse-warnings'

/** The tables that Segment would create in a warehouse, as plain data. */
export interface Warehouse {
  /** `tracks`, `identifies` and `users`, then one table per event name. Tables without rows are left out. */
  readonly tables: readonly Table[]
  readonly warnings: readonly WarehouseWarning[]
}

interface Draft {
  readonly name: string
  readonly rows: readonly CellRow[]
  /** The column that identifies a row for upserts. */
  readonly key?: string
}

/**
 * The tables and rows of these calls in a Segment warehouse, by Segment's documented rules (Warehouse Schemas). Uses
 * track and identify calls; the function makes no others. Like Segment, it drops a repeated `messageId`. `received_at`
 * is filled from `receivedAt`. `uuid_ts`, the time of loading, is never filled. The same calls give the same tables.
 * This code is plain ECMAScript, so the page can import it too.
 */
export function warehouseOf(calls: readonly SegmentCall[]): Warehouse {
  const unique = withoutRepeats(calls)
  const drafts = draftsOf(unique)
  return {
    tables: drafts.map(({ name, rows, key }) => tableOf(name, rows, key)),
    warnings: warningsOf(unique, drafts),
  }
}

function draftsOf(calls: readonly SegmentCall[]): Draft[] {
  const tracks = calls.filter(({ type }) => type === 'track')
  const identifies = calls.filter(({ type }) => type === 'identify')
  const users = identifies.filter(({ userId }) => typeof userId === 'string')
  const events = [...groupBy(tracks, tableNameOf)].filter(([name]) => isEventTable(name))
  const drafts = [
    { name: 'tracks', rows: tracks.map(trackRow) },
    { name: 'identifies', rows: identifies.map(identifyRow) },
    { name: 'users', rows: users.map(userRow), key: 'id' },
    ...events.map(([name, ofEvent]) => ({ name, rows: ofEvent.map(eventRow) })),
  ]
  return drafts.filter(({ rows }) => rows.some((row) => row.length > 0))
}

function withoutRepeats(calls: readonly SegmentCall[]): SegmentCall[] {
  const seen = new Set<unknown>()
  return calls.filter(({ messageId }) => {
    const isRepeated = messageId !== undefined && seen.has(messageId)
    seen.add(messageId)
    return !isRepeated
  })
}
