import type { Destination } from './destination'
import { either, path, products } from './mapping'
import { reachable } from './triggers'

export const iterable: Destination = {
  slug: 'iterable',
  name: 'Iterable',
  metadataId: '645babd9362d97b777391325',
  settings: { apiKey: 'key', dataCenterLocation: 'united_states' },
  byDefault:
    'events and profiles arrive with their time and ids; no subscription state; calls of a card alone are refused.',
  subscriptions: [
    { name: 'Guests', action: 'updateUser', trigger: reachable.guests, mapping: {} },
    { name: 'Events', action: 'trackEvent', trigger: reachable.eventsBesideOrders, mapping: {} },
    {
      name: 'Orders',
      action: 'trackPurchase',
      trigger: reachable.orders,
      mapping: {
        user: {
          email: path('$.context.traits.email'),
          userId: path('$.userId'),
          phoneNumber: path('$.context.traits.phone'),
          mergeNestedObjects: false,
        },
        items: products({
          id: either('$.product_id', '$.name'),
          name: either('$.name', '$.product_id'),
          sku: path('$.product_id'),
          categories: path('$.category'),
          price: path('$.price'),
          quantity: path('$.quantity'),
        }),
      },
    },
  ],
  notes: [
    "Segment's code cannot change a subscription in Iterable: add a journey that starts with a registration and subscribes or unsubscribes by its `email_opt_in` and `text_opt_in`.",
    'Orders need a price and a whole quantity for each product; Iterable refuses others.',
    'A card without a guest is not sent: Iterable knows nobody without a user id or an e-mail address.',
  ],
}
