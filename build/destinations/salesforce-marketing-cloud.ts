import type { Destination } from './destination'
import { input, path } from './mapping'
import { identified } from './triggers'

export const salesforceMarketingCloud: Destination = {
  slug: 'salesforce-marketing-cloud',
  name: 'Salesforce Marketing Cloud',
  metadataId: '62e30bad99f1bfb98ee8ce08',
  settings: { subdomain: 'example', account_id: '1', client_id: 'id', client_secret: 'secret' },
  suggested: ['contact'],
  byDefault:
    'nothing is set up. With the suggested mappings, contacts arrive as bare keys; the rest needs data extensions.',
  subscriptions: [
    { name: 'Contacts', action: 'contact', trigger: identified.guests, mapping: {} },
    {
      name: 'Guests',
      action: 'contactDataExtension',
      trigger: identified.guests,
      mapping: {
        key: input('External key of the data extension for guests'),
        values: {
          EmailAddress: path('$.traits.email'),
          Phone: path('$.traits.phone'),
          FirstName: path('$.traits.firstName'),
          LastName: path('$.traits.lastName'),
          Birthday: path('$.traits.birthday'),
          PostalCode: path('$.traits.address.postalCode'),
          CardNumber: path('$.traits.printed_card_number'),
          Tier: path('$.traits.tier_label'),
        },
      },
    },
    {
      name: 'Events',
      action: 'dataExtension',
      trigger: identified.events,
      mapping: {
        key: input('External key of the data extension for events'),
        keys: { MessageId: path('$.messageId') },
        values: {
          ContactKey: path('$.userId'),
          Event: path('$.event'),
          Time: path('$.timestamp'),
          StoreCode: path('$.properties.store_code'),
          CheckNumber: path('$.properties.check_number'),
          Total: path('$.properties.total'),
          Currency: path('$.properties.currency'),
          Result: path('$.properties.result'),
          Voided: path('$.properties.voided'),
          EmailOptIn: path('$.properties.email_opt_in'),
          TextOptIn: path('$.properties.text_opt_in'),
        },
      },
    },
  ],
  notes: [
    'Create two data extensions with the columns of the mappings: primary keys `contactKey` and `MessageId`. Add your wallets as columns, such as `$.traits.wallet_12_balance`.',
    "Segment's code cannot change a subscription in Marketing Cloud: add an automation that does it by `EmailOptIn` and `TextOptIn` of registrations.",
    'A card without a guest is not sent.',
  ],
}
