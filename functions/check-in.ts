import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { instant } from '../shared/normalize/instant'

const expiresAt = property({
  name: 'expires_at',
  expected: 'a date and time',
  also: ['expirationTime'],
  normalize: (value, settings) => instant(value, settings),
})
DOCS: describe(
  expiresAt,
  'When the check-in expires, ISO 8601 UTC',
  'expiresOn expiryTime expiration expirationDate validUntil',
)

/** A guest checks in. */
export const checkIn = defineEvent({ name: 'Check-In', properties: [expiresAt] })
DOCS: describeEvent(checkIn, {
  firesWhen: 'a guest checks in',
  goodFor: 'messages while the guest is still in the restaurant, and finding regulars and guests who stopped coming',
  alike: 'checkedin arrival arrived visit',
})
