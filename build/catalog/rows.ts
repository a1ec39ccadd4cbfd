import type { Json, SegmentCall } from '../runtime/receipt'
import { type Cell, type CellRow, cellsOf } from './cells'
import type { ColumnType } from './column-type'
import { isColumn } from './common-columns'
import { snakeCase } from './snake-case'

/** A row of `tracks`: the fields that all events share. */
export function trackRow(call: SegmentCall): CellRow {
  return [...commonFields(call), ...contextFields(call)]
}

/** A row of an event's own table. */
export function eventRow(call: SegmentCall): CellRow {
  return [...commonFields(call), ...ownFields(call).filter(hasColumn('events')), ...contextFields(call)]
}

/** A row of `identifies`. */
export function identifyRow(call: SegmentCall): CellRow {
  return [...commonFields(call), ...ownFields(call).filter(hasColumn('guests')), ...contextFields(call)]
}

/** A row of `users`. Its id is the user id. It has no anonymous id, because a user may have several. */
export function userRow(call: SegmentCall): CellRow {
  const id = common('id', 'userId', call.userId, 'varchar')
  return [...id, ...receipt(call), ...ownFields(call).filter(hasColumn('guests')), ...contextFields(call)]
}

/** The properties or traits of a call without a column. */
export function discarded(call: SegmentCall): CellRow {
  const isKept = hasColumn(call.type === 'track' ? 'events' : 'guests')
  return ownFields(call).filter((field) => !isKept(field))
}

function hasColumn(table: 'events' | 'guests'): (field: Cell) => boolean {
  return ({ column }) => isColumn(column, table)
}

function ownFields({ type, properties, traits }: SegmentCall): CellRow {
  return cellsOf(type === 'track' ? properties : traits)
}

function contextFields({ context }: SegmentCall): CellRow {
  return cellsOf(context, ['context'])
}

/** A call without a time uses the time of receipt. */
function commonFields(call: SegmentCall): CellRow {
  const { type, event, timestamp = call.receivedAt } = call
  return [
    ...common('id', 'messageId', call.messageId, 'varchar'),
    ...(type === 'track' ? common('event', 'event', snakeCase(String(event)), 'varchar') : []),
    ...(type === 'track' ? common('event_text', 'event', event, 'varchar') : []),
    ...common('user_id', 'userId', call.userId, 'varchar'),
    ...common('anonymous_id', 'anonymousId', call.anonymousId, 'varchar'),
    ...common('timestamp', 'timestamp', timestamp, 'timestamp'),
    ...common('original_timestamp', 'timestamp', call.timestamp, 'timestamp'),
    ...common('sent_at', 'sentAt', call.sentAt, 'timestamp'),
    ...receipt(call),
  ]
}

function receipt({ receivedAt }: SegmentCall): CellRow {
  return common('received_at', 'receivedAt', receivedAt, 'timestamp')
}

function common(column: string, origin: string, value: Json | undefined, type: ColumnType): CellRow {
  return typeof value === 'string' ? [{ column, origin, value, type }] : []
}
