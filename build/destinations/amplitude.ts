import type { Destination } from './destination'
import { leftOut, path, products } from './mapping'
import { cardEvents, identified } from './triggers'

/** Amplitude drops what repeats an id within a week, and refuses user ids of less than five characters by default. */
const ids = { insert_id: path('$.messageId'), min_id_length: 1 }

/** The lines of a check are no purchase: it may have been voided. They arrive among the event's properties. */
const event = { ...ids, products: leftOut }

export const amplitude: Destination = {
  slug: 'amplitude',
  name: 'Amplitude',
  metadataId: '5f7dd6d21ad74f3842b1fc47',
  settings: { apiKey: 'key', secretKey: 'secret', endpoint: 'north_america' },
  byDefault: 'all arrives with its time, and a card joins its guest, but without ids for de-duplication.',
  subscriptions: [
    { name: 'Guests and cards', action: 'identifyUser', trigger: 'type = "identify"', mapping: ids },
    { name: 'Events', action: 'logEventV2', trigger: identified.eventsBesideOrders, mapping: event },
    { name: 'Card events', action: 'logEventV2', trigger: cardEvents, mapping: event },
    {
      name: 'Orders',
      action: 'logPurchase',
      trigger: identified.orders,
      mapping: {
        ...ids,
        products: products({
          productId: path('$.product_id'),
          price: path('$.price'),
          quantity: path('$.quantity'),
        }),
      },
    },
  ],
  notes: ['Amplitude has no subscription state; `email_opt_in` and `text_opt_in` arrive as properties.'],
}
