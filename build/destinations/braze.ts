import type { Destination } from './destination'
import { either, input, leftOut, path, products } from './mapping'
import { cardEvents, cards, identified, identifiedConsents } from './triggers'

/** What a card did before its guest registered is kept under the card, and joins the guest later. */
const card = { alias_name: path('$.anonymousId'), alias_label: 'paytronix_card' }

const smsGroup = (state: 'subscribed' | 'unsubscribed') => [
  { subscription_group_id: input('SMS subscription group id'), subscription_state: state },
]

const attributes = { dob: path('$.traits.birthday'), country: path('$.traits.address.country') }

/** With an external id beside it, an address would be a second way to find a profile. */
const event = { time: path('$.timestamp'), email: leftOut }

export const braze: Destination = {
  slug: 'braze',
  name: 'Braze',
  metadataId: '60f9d0d048950c356be2e4da',
  settings: { endpoint: 'https://rest.iad-01.braze.com', api_key: 'key', app_id: 'app' },
  byDefault:
    "time of receipt instead of the event's, so history becomes today; no subscription state; calls of a card alone are refused, and so are orders.",
  subscriptions: [
    { name: 'Guests', action: 'updateUserProfile', trigger: identified.guests, mapping: attributes },
    { name: 'Events', action: 'trackEvent', trigger: identified.eventsBesideOrders, mapping: event },
    {
      name: 'Orders',
      action: 'ecommerce',
      trigger: identified.orders,
      mapping: {
        __segment_internal_sync_mode: 'add',
        name: 'ecommerce.order_placed',
        source: 'Paytronix',
        email: leftOut,
        phone: leftOut,
        products: products({
          product_id: either('$.product_id', '$.name'),
          product_name: either('$.name', '$.product_id'),
          variant_id: either('$.product_id', '$.name'),
          quantity: path('$.quantity'),
          price: path('$.price'),
        }),
      },
    },
    {
      name: 'Email opt-in',
      consent: 'email',
      action: 'updateUserProfile',
      trigger: identifiedConsents.emailYes,
      mapping: { email: path('$.context.traits.email'), email_subscribe: 'opted_in' },
    },
    {
      name: 'Email opt-out',
      consent: 'email',
      action: 'updateUserProfile',
      trigger: identifiedConsents.emailNo,
      mapping: { email: path('$.context.traits.email'), email_subscribe: 'unsubscribed' },
    },
    {
      name: 'SMS opt-in',
      consent: 'SMS',
      action: 'updateUserProfile',
      trigger: identifiedConsents.smsYes,
      mapping: { phone: path('$.context.traits.phone'), subscription_groups: smsGroup('subscribed') },
    },
    {
      name: 'SMS opt-out',
      consent: 'SMS',
      action: 'updateUserProfile',
      trigger: identifiedConsents.smsNo,
      mapping: { subscription_groups: smsGroup('unsubscribed') },
    },
    { name: 'Cards', action: 'updateUserProfile', trigger: cards, mapping: { ...attributes, user_alias: card } },
    { name: 'Card events', action: 'trackEvent', trigger: cardEvents, mapping: { ...event, user_alias: card } },
    {
      name: 'Card joins guest',
      action: 'identifyUser',
      trigger: `${identified.guests} and traits.printed_card_number != null`,
      mapping: { external_id: path('$.userId'), user_alias: card, merge_behavior: 'merge' },
    },
  ],
  notes: [
    'Create an SMS subscription group in Braze, and enter its id.',
    'Braze bills each attribute that it is sent, and an identify call comes with every visit: set `identify` to `profile`.',
    'Orders need a price and a quantity for each product; Braze refuses others.',
    'The consent of a registration without a user id reaches no state.',
    'Braze takes no id for de-duplication; Segment drops what repeats within a day.',
  ],
}
