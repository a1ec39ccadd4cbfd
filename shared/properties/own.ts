import { describe } from '../declare/documentation'
import { property } from '../declare/property'
import { identifier } from '../normalize/identifier'
import { instant } from '../normalize/instant'
import { text } from '../normalize/text'

/** What the event says of itself: its type, its own id and its time. */
export const eventType = property({
  name: 'event_type',
  names: ['event', 'eventName', 'eventType', 'transactionType', 'type'],
  places: ['event', 'transaction'],
  normalize: text,
  track: false,
})
DOCS: describe(eventType, "The event's type, as Paytronix names it")

export const ownId = property({
  name: 'event_id',
  names: ['eventId', 'notificationId', 'messageId'],
  normalize: identifier,
  track: false,
})
DOCS: describe(ownId, "The event's own id, the same at every delivery")

export const eventTime = property({
  name: 'timestamp',
  expected: 'a date and time between 2000 and 2100',
  names: [
    'timestamp',
    'eventTime',
    'eventDatetime',
    'eventTimestamp',
    'occurredAt',
    'transactionDatetime',
    'checkinTime',
    'datetime',
    'dateTime',
    'posTransactionDatetime',
  ],
  places: ['event', 'properties', 'transaction'],
  sections: [{ at: 'headerInfo' }, { at: 'chargeResponse' }],
  normalize: (value, settings) => instant(value, { timeZone: settings.timeZone, dateOrder: 'mdy' }),
  track: false,
})
DOCS: describe(eventTime, 'When the event took place, ISO 8601 UTC')
