import type { SegmentCall } from '../runtime'

/** The calls of one event: often an identify and a track. */
export type ShownEvent = readonly [SegmentCall, ...SegmentCall[]]

/** Groups an identify with the next track when they have the same guest and time. */
export function eventsOf(calls: readonly SegmentCall[]): ShownEvent[] {
  const events: ShownEvent[] = []
  for (const call of calls) {
    const last = events.at(-1)
    if (last !== undefined && belongs(call, last)) events[events.length - 1] = [...last, call]
    else events.push([call])
  }
  return events
}

function belongs(track: SegmentCall, [identify, ...others]: ShownEvent): boolean {
  if (track.type !== 'track' || identify.type !== 'identify' || others.length > 0) return false
  const isSameGuest = track.userId ? track.userId === identify.userId : track.anonymousId === identify.anonymousId
  return isSameGuest && track.timestamp === identify.timestamp
}
