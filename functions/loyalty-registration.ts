import { describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'

/** A guest signs up for a loyalty account. */
export const loyaltyRegistration = defineEvent({ name: 'Loyalty Registration', isProfile: true })
DOCS: describeEvent(loyaltyRegistration, {
  firesWhen: 'a guest signs up for a loyalty account',
  goodFor: 'welcome offers that bring new members in for their first visit, and the start of a birthday program',
  alike: 'loyalty signup enrollment enrolment enrolled joined join register registered member membership',
})
