import type { Destination } from './destination'
import { leftOut, path } from './mapping'
import { reachable } from './triggers'

export const sendgrid: Destination = {
  slug: 'sendgrid',
  name: 'SendGrid',
  metadataId: '631a6f32946dd8197e9cab66',
  settings: { sendGridApiKey: 'SG.key' },
  byDefault:
    'nothing is set up, and no trigger is suggested. The suggested fields look for `first_name` and `postal_code` in traits, where Segment has `firstName` and `postalCode`.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'updateUserProfile',
      trigger: reachable.guests,
      mapping: {
        external_id: path('$.userId'),
        anonymous_id: leftOut,
        primary_email: path('$.traits.email'),
        phone_number: path('$.traits.phone'),
        phone_number_id: path('$.traits.phone'),
        first_name: path('$.traits.firstName'),
        last_name: path('$.traits.lastName'),
        address_line_1: path('$.traits.address.street'),
        city: path('$.traits.address.city'),
        state: path('$.traits.address.state'),
        postal_code: path('$.traits.address.postalCode'),
        country: path('$.traits.address.country'),
      },
    },
  ],
  answers: [{ url: '/field_definitions', body: { custom_fields: [] } }],
  notes: [
    'SendGrid gets contacts, no events. Tiers, wallets and birthdays need custom fields in SendGrid first; then map them.',
    "Segment's code cannot change a subscription in SendGrid: keep its suppression groups by another way.",
    'A card without a guest is not sent.',
  ],
}
