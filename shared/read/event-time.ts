import { foldName } from '../json/keys'
import { eventTime, otherTime } from '../properties/own'
import type { EventReading } from './reading'

const times = [eventTime, otherTime]

/**
 * When an event took place, ISO 8601 UTC: the first readable of its own times, or, when its own layers name none at all,
 * of those around it. A time of submission or creation counts only where no other is named.
 */
export function timeOf(reading: EventReading): string | undefined {
  const own = times.find((time) => reading.holdsAny([time]))
  if (own !== undefined) return reading.findOwn(own)
  return reading.findOutside(eventTime) ?? reading.findOutside(otherTime)
}

/** Whether the event's own layers name a time at all, readable or not. */
export function namesTime(reading: EventReading): boolean {
  return reading.holdsAny(times)
}

/** Whether they name a time that is not its time of creation. */
export function namesTimeBesideCreation(reading: EventReading): boolean {
  if (reading.holdsAny([eventTime])) return true
  return reading.ownValues(otherTime).some(({ key }) => !foldName(key).startsWith('created'))
}
