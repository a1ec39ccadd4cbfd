import type { Destination } from './destination'
import { input, path } from './mapping'
import { addressed } from './triggers'

const fields = {
  '1001': path('$.traits.firstName'),
  '1002': path('$.traits.lastName'),
  '1003': path('$.traits.tier_label'),
}

export const listrak: Destination = {
  slug: 'listrak',
  name: 'Listrak',
  metadataId: '64b6a221baf168a989be641a',
  settings: { client_id: 'id', client_secret: 'secret' },
  byDefault: 'nothing is set up, and no trigger is suggested.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'updateEmailContactProfileFields',
      trigger: addressed.guests,
      mapping: {
        listId: input('List id', 1),
        emailAddress: path('$.traits.email'),
        profileFieldValues: input('Profile field ids with their values', fields),
      },
    },
  ],
  notes: [
    'Listrak gets profile fields of contacts, no events. The ids of its fields are those of your account.',
    "Segment's code cannot change a subscription in Listrak; `$.traits.email_opt_in` can be a profile field.",
    'Listrak knows a contact by e-mail address: a guest without one is not sent, nor a card without a guest.',
  ],
}
