import type { Destination } from './destination'
import { path } from './mapping'
import { addressed } from './triggers'

export const hubspot: Destination = {
  slug: 'hubspot',
  name: 'HubSpot',
  metadataId: '632b1116e0cb83902f3fd717',
  settings: { portalId: '1' },
  suggested: ['upsertContact', 'sendCustomBehavioralEvent'],
  byDefault:
    'nothing is set up. With the suggested mappings, guests with an e-mail address arrive, and events need definitions made by hand.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'upsertContact',
      trigger: addressed.guests,
      mapping: { firstname: path('$.traits.firstName'), lastname: path('$.traits.lastName') },
    },
    {
      name: 'Events',
      action: 'customEvent',
      trigger: addressed.events,
      mapping: {
        __segment_internal_sync_mode: 'upsert',
        event_name: path('$.event'),
        record_details: { object_type: 'contact', email: path('$.context.traits.email') },
        properties: {
          store_name: path('$.properties.store_name'),
          tier_label: path('$.properties.tier_label'),
          total: path('$.properties.total'),
          currency: path('$.properties.currency'),
          result: path('$.properties.result'),
          voided: path('$.properties.voided'),
          email_opt_in: path('$.properties.email_opt_in'),
          text_opt_in: path('$.properties.text_opt_in'),
        },
      },
    },
  ],
  // HubSpot does not know the event yet, so its definition is made first.
  answers: [
    { url: '/event-definitions/', status: 404, body: {} },
    { url: '/event-definitions', body: { fullyQualifiedName: 'pe1_event' } },
  ],
  notes: [
    'Custom events need a HubSpot plan that has them; Segment makes their definitions.',
    "Segment's code cannot change a subscription in HubSpot: add a workflow that does it by the `email_opt_in` of a registration.",
    'HubSpot knows a contact by e-mail address: a guest without one is not sent, nor a card without a guest.',
    'Text that looks like a number becomes one, so codes with leading zeros are not sent. Traits of your own need a contact property in HubSpot first; then map them.',
  ],
}
