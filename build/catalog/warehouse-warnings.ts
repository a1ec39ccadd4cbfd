import type { SegmentCall } from '../runtime/receipt'
import { groupBy, type Some } from '../system/group-by'
import type { CellRow } from './cells'
import { type ColumnWarning, columnWarnings } from './column-warnings'
import { listed } from './listed'
import { discarded } from './rows'
import { snakeCase } from './snake-case'
import { isOwnTable, tableNameOf } from './table-names'

/** A warning about tables, for data engineers. */
export interface WarehouseWarning {
  readonly kind: ColumnWarning['kind'] | 'shared table' | 'no table' | 'no column'
  /** The affected tables, in order. */
  readonly tables: readonly string[]
  readonly column?: string
  /**
   * A sentence without the tables and without a full stop. It contains names of events and properties, but no values.
   */
  readonly text: string
}

/** The warnings about the tables of these rows and calls. */
export function warningsOf(
  calls: readonly SegmentCall[],
  tables: readonly { readonly name: string; readonly rows: readonly CellRow[] }[],
): WarehouseWarning[] {
  const ofColumns = tables.flatMap(({ name, rows }) =>
    columnWarnings(rows).map((warning) => ({ ...warning, tables: [name] })),
  )
  return [...tableWarnings(calls), ...merged([...calls.flatMap(discardWarnings), ...ofColumns])]
}

function tableWarnings(calls: readonly SegmentCall[]): WarehouseWarning[] {
  const names = new Set(calls.filter(({ type }) => type === 'track').map(({ event }) => String(event)))
  return [...groupBy([...names], snakeCase)].flatMap(([table, events]) => tableWarning(table, events))
}

function tableWarning(table: string, events: Some<string>): WarehouseWarning[] {
  const quoted = events.map((event) => JSON.stringify(event))
  if (table === '') {
    return [{ kind: 'no table', tables: [], text: `${listed(quoted, 'and')}: no a–z, A–Z or 0–9 to name a table by` }]
  }
  if (isOwnTable(table)) {
    return [
      { kind: 'no table', tables: [table], text: `${listed(quoted, 'and')}: ${table} is a table of Segment's own` },
    ]
  }
  if (events.length === 1) return []
  return [{ kind: 'shared table', tables: [table], text: `${listed(quoted, 'and')} share the table ${table}` }]
}

function discardWarnings(call: SegmentCall): WarehouseWarning[] {
  const table = call.type === 'track' ? tableNameOf(call) : 'identifies'
  return discarded(call).map(({ origin, column }) => {
    const reason = column === '' ? 'no a–z, A–Z or 0–9 to name it by' : `${column} is one of Segment's own`
    return { kind: 'no column', tables: [table], text: `${JSON.stringify(origin)} gets no column: ${reason}` }
  })
}

/** Merges equal warnings about several tables. */
function merged(warnings: readonly WarehouseWarning[]): WarehouseWarning[] {
  const alike = groupBy(warnings, ({ kind, text }) => `${kind}: ${text}`)
  return [...alike.values()].map((group) => ({ ...group[0], tables: [...new Set(group.flatMap((one) => one.tables))] }))
}
