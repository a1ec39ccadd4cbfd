import { property } from '../declare/property'
import { identifier } from '../normalize/identifier'
import { instant } from '../normalize/instant'
import { text } from '../normalize/text'

/** What the event says of itself: its type, its own id and its time. */
export const eventType = property({
  name: 'event_type',
  description: "The event's type, as Paytronix names it",
  names: ['event', 'eventName', 'eventType', 'transactionType', 'type'],
  places: ['event', 'transaction'],
  normalize: text,
  track: false,
})

export const ownId = property({
  name: 'event_id',
  description: "The event's own id, the same at every delivery",
  names: ['eventId', 'notificationId', 'messageId'],
  normalize: identifier,
  track: false,
})

export const eventTime = property({
  name: 'timestamp',
  description: 'When the event took place, ISO 8601 UTC',
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
