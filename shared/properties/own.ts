import { describe } from '../declare/documentation'
import { type Property, property } from '../declare/property'
import { wordList } from '../json/word-list'
import { instant } from '../normalize/instant'
import { text } from '../normalize/text'
import { eventTimeNames, otherTimeNames } from '../privacy/time-names'
import { idProperty } from './ids'

/** What the event says of itself: its type, its own id and its time. */
export const eventType = property({
  name: 'event_type',
  names: wordList('event eventName eventType transactionType notificationType detailType action type'),
  places: ['event', 'transaction'],
  outside: 'always',
  normalize: text,
  track: false,
})
DOCS: describe(eventType, "The event's type, as Paytronix names it")

export const ownId = idProperty({
  name: 'event_id',
  names: ['eventId', 'notificationId', 'messageId'],
  outside: 'never',
  track: false,
})
DOCS: describe(ownId, "The event's own id, the same at every delivery")

export const eventTime = time(eventTimeNames)
DOCS: describe(
  eventTime,
  'When the event took place, ISO 8601 UTC',
  'eventDate occurredOn happenedAt when ts transactionTime transactionOn txnTime txnDate activityTime activityDate visitTime visitDate checkInDate checkInOn registrationTime registrationDate registeredAt registeredOn completedAt completedOn loadedAt localTime utcTime dateTimeUtc timestampUtc',
)

/** A time that may be another one's: it counts only where nothing else names a time. */
export const otherTime = time(otherTimeNames)
DOCS: describe(otherTime, 'When the event was submitted or created, ISO 8601 UTC')

function time(names: readonly string[]): Property<string> {
  return property({
    name: 'timestamp',
    names,
    expected: 'a date and time between 2000 and 2100',
    places: ['event', 'properties', 'transaction'],
    sections: [{ at: 'headerInfo' }, { at: 'chargeResponse' }],
    // An event's time is its own, of whichever kind; only when it names none does one around it count.
    group: 'time',
    outside: 'always',
    normalize: (value, settings) => instant(value, settings),
    track: false,
  })
}
