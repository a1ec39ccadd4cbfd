/** Segment's own columns, in display order. */
export const commonColumns: readonly string[] = [
  ...['id', 'event', 'event_text', 'user_id', 'anonymous_id'],
  ...['timestamp', 'original_timestamp', 'sent_at', 'received_at', 'uuid', 'uuid_ts'],
]

/** The own columns that tables of identify calls do not have. */
const onlyOfEvents: readonly string[] = ['event', 'event_text']

/**
 * Whether a property or trait gets a column. Segment discards names of its own columns (Warehouse Schemas; for Redshift
 * it documents a leading underscore instead). An empty name gets no column.
 */
export function isColumn(name: string, table: 'events' | 'guests'): boolean {
  const isCommon = commonColumns.includes(name) && (table === 'events' || !onlyOfEvents.includes(name))
  return name !== '' && !isCommon
}
