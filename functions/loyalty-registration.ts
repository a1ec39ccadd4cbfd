import { defineEvent } from '../shared/event'

/** A guest signs up for a loyalty account. */
export const loyaltyRegistration = defineEvent({
  name: 'Loyalty Registration',
  firesWhen: 'a guest signs up for a loyalty account',
  isProfile: true,
})
