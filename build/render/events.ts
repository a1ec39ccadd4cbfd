import type { SegmentCall } from '../runtime'

/** The calls that one event of a request gave: often an identify, then a track. */
export type EventCalls = readonly [SegmentCall, ...SegmentCall[]]

/** Puts an identify together with the track that follows it, when they are of the same guest and time. */
export function eventsOf(calls: readonly SegmentCall[]): EventCalls[] {
  const events: EventCalls[] = []
  for (const call of calls) {
    const last = events.at(-1)
    if (last !== undefined && belongs(call, last)) events[events.length - 1] = [...last, call]
    else events.push([call])
  }
  return events
}

function belongs(track: SegmentCall, [identify, ...others]: EventCalls): boolean {
  if (track.type !== 'track' || identify.type !== 'identify' || others.length > 0) return false
  const isSameGuest = track.userId ? track.userId === identify.userId : track.anonymousId === identify.anonymousId
  return isSameGuest && track.timestamp === identify.timestamp
}
