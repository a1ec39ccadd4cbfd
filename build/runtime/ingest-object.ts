import type { DiscardReason } from './discard-reason'
import type { Json, SegmentCall } from './receipt'

const collectionPattern = /^(?!_)[a-z_]{1,100}(?<!_)$/
const idLimit = 100

/** Why the Objects API would discard a `Segment.set` call. It documents the rules; the names are ours. */
export function objectDiscardReason({ collection, id, properties }: SegmentCall): DiscardReason | undefined {
  if (typeof collection !== 'string' || !collectionPattern.test(collection)) return 'invalid collection'
  if (!isIdentifier(id)) return 'invalid object id'
  return properties === undefined || isFlat(properties) ? undefined : 'properties not flat'
}

function isIdentifier(id: Json | undefined): boolean {
  return (typeof id === 'string' || typeof id === 'number') && String(id).length <= idLimit
}

function isFlat(properties: Json): boolean {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return false
  return Object.values(properties).every((value) => typeof value !== 'object' || value === null)
}
