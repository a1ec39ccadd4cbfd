import { defineEvent } from '../shared/event'

/** A guest registers for loyalty on the guest website. */
export const webRegistration = defineEvent({
  name: 'Web Registration',
  firesWhen: 'a guest registers for loyalty on the guest website',
  isProfile: true,
})
