import type { Destination } from './destination'
import { leftOut } from './mapping'
import { cardEvents, identified, identifiedConsents } from './triggers'

/** Nothing but the state of a known person. */
const state = (unsubscribed: boolean) => ({
  anonymous_id: leftOut,
  email: leftOut,
  custom_attributes: { unsubscribed },
})

export const customerio: Destination = {
  slug: 'customerio',
  name: 'Customer.io',
  metadataId: '5f7dd78fe27ce7ff2b8bfa37',
  settings: { siteId: 'site', apiKey: 'key', accountRegion: 'US 🇺🇸' },
  byDefault: 'all arrives with its time and ids, and a card joins its guest; no subscription state.',
  subscriptions: [
    { name: 'Guests and cards', action: 'createUpdatePerson', trigger: 'type = "identify"', mapping: {} },
    { name: 'Events', action: 'trackEvent', trigger: identified.events, mapping: {} },
    { name: 'Card events', action: 'trackEvent', trigger: cardEvents, mapping: {} },
    {
      name: 'Email opt-in',
      consent: 'email',
      action: 'createUpdatePerson',
      trigger: identifiedConsents.emailYes,
      mapping: state(false),
    },
    {
      name: 'Email opt-out',
      consent: 'email',
      action: 'createUpdatePerson',
      trigger: identifiedConsents.emailNo,
      mapping: state(true),
    },
  ],
  notes: [
    'Customer.io has one state for all channels: a guest who says no to e-mails gets no text messages either. `text_opt_in` arrives as an attribute.',
    'The consent of a registration without a user id reaches no state.',
    'Customer.io stores dates as epoch seconds, a birthday too.',
  ],
}
