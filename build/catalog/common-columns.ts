/** The columns that Segment keeps for its own, in the order in which they are shown. */
export const commonColumns: readonly string[] = [
  ...['id', 'event', 'event_text', 'user_id', 'anonymous_id'],
  ...['timestamp', 'original_timestamp', 'sent_at', 'received_at', 'uuid', 'uuid_ts'],
]

/** Those of them that a table of identify calls does not have. */
const onlyOfEvents: readonly string[] = ['event', 'event_text']

/**
 * Whether a property or trait gets a column. Segment discards those that are called like a column of its own (so its
 * Warehouse Schemas; for Redshift it documents a leading underscore instead), and an empty name is none.
 */
export function isColumn(name: string, table: 'events' | 'guests'): boolean {
  const isCommon = commonColumns.includes(name) && (table === 'events' || !onlyOfEvents.includes(name))
  return name !== '' && !isCommon
}
