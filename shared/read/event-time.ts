import { foldName } from '../json/keys'
import { eventTime, otherTime } from '../properties/own'
import type { EventReading } from './reading'

/**
 * When an event took place, ISO 8601 UTC: the first readable of its own times, or, when its own layers name none at all,
 * of those around it. A time of submission or creation counts only where no other is named.
 */
export function timeOf(reading: EventReading): string | undefined {
  return reading.find(eventTime) ?? (reading.holds(eventTime) ? undefined : reading.find(otherTime))
}

/** Whether the event's own layers name a time at all, readable or not. */
export function namesTime(reading: EventReading): boolean {
  return reading.holds(eventTime) || reading.holds(otherTime)
}

/** Whether they name a time that is not its time of creation. */
export function namesTimeBesideCreation(reading: EventReading): boolean {
  return (
    reading.holds(eventTime) || reading.ownValues(otherTime).some(({ key }) => !foldName(key).startsWith('created'))
  )
}
