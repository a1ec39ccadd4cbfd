import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { instant } from '../shared/normalize/instant'

const expiresAt = property({
  name: 'expires_at',
  description: 'When the check-in expires, ISO 8601 UTC',
  expected: 'a date and time',
  also: ['expirationTime'],
  normalize: (value, settings) => instant(value, { timeZone: settings.timeZone, dateOrder: 'mdy' }),
})

/** A guest checks in. */
export const checkIn = defineEvent({
  name: 'Check-In',
  firesWhen: 'a guest checks in',
  goodFor: 'messages while the guest is still in the restaurant, and telling regulars from guests who stay away',
  properties: [expiresAt],
})
