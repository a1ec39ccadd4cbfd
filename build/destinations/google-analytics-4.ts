import type { Destination } from './destination'
import { either, path, products } from './mapping'
import { identified } from './triggers'

/** Google drops names with other characters than letters, digits and `_`, without a word. */
const eventName = {
  '@replace': {
    ...{ pattern: '/', replacement: '_', pattern2: '-', replacement2: '_' },
    ...{ ignorecase: false, global: true, value: path('$.event') },
  },
}

export const googleAnalytics4: Destination = {
  slug: 'google-analytics-4',
  name: 'Google Analytics 4',
  metadataId: '60ad61f9ff47a16b8fb7b5d9',
  settings: { measurementId: 'G-1', apiSecret: 'secret' },
  suggested: ['customEvent', 'purchase'],
  byDefault:
    'nothing is set up. With the suggested mappings, Google drops `Add/Redeem` and `Check-In` for their names without a word, and events arrive without parameters.',
  subscriptions: [
    {
      name: 'Events',
      action: 'customEvent',
      trigger: identified.eventsBesideOrders,
      mapping: {
        name: eventName,
        lowercase: true,
        user_id: path('$.userId'),
        params: {
          store_code: path('$.properties.store_code'),
          tier: path('$.properties.tier_label'),
          total: path('$.properties.total'),
          currency: path('$.properties.currency'),
          check_number: path('$.properties.check_number'),
          result: path('$.properties.result'),
          voided: path('$.properties.voided'),
        },
      },
    },
    {
      name: 'Orders',
      action: 'purchase',
      trigger: identified.orders,
      mapping: {
        user_id: path('$.userId'),
        value: path('$.properties.revenue'),
        items: products({
          item_id: path('$.product_id'),
          item_name: either('$.name', '$.product_id'),
          item_category: path('$.category'),
          price: path('$.price'),
          quantity: path('$.quantity'),
        }),
        params: { store_code: path('$.properties.store_code') },
      },
    },
  ],
  notes: [
    'Register the parameters as custom dimensions in Google Analytics, or its reports do not show them.',
    'Google Analytics takes events of the last 72 hours only: history stays outside.',
    'Wallets, lists and personal data are not sent; Google forbids the latter.',
    'Google Analytics has no subscription state. A card without a guest is not sent: it would count as a second user.',
    'Names that you give to events yourself (`eventNames`, `unknownEvents`) must be at most 40 characters, of letters, digits, blanks, `-`, `/` and `_`.',
  ],
}
