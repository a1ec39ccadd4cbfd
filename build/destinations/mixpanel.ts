import type { Destination } from './destination'
import { leftOut, path, products } from './mapping'
import { cardEvents, cards, identified } from './triggers'

export const mixpanel: Destination = {
  slug: 'mixpanel',
  name: 'Mixpanel',
  metadataId: '615c7438d93d9b61b1e9e192',
  settings: { projectToken: 'token', apiSecret: 'secret', apiRegion: 'US 🇺🇸' },
  byDefault:
    'all arrives with its time and ids, and a card joins its guest; an order also sends an event for each product whose id is too long for Mixpanel.',
  subscriptions: [
    { name: 'Guests', action: 'identifyUser', trigger: identified.guests, mapping: {} },
    {
      name: 'Cards',
      action: 'identifyUser',
      trigger: cards,
      // With both ids as they are, Mixpanel would be told to join the card to nobody.
      mapping: { user_id: path('$.anonymousId'), anonymous_id: leftOut },
    },
    { name: 'Events', action: 'trackEvent', trigger: identified.eventsBesideOrders, mapping: {} },
    { name: 'Card events', action: 'trackEvent', trigger: cardEvents, mapping: {} },
    {
      name: 'Orders',
      action: 'trackPurchase',
      trigger: identified.orders,
      // An event for each product would have an id of 37 characters, and Mixpanel takes 36.
      mapping: {
        generatePurchaseEventPerProduct: false,
        products: products({
          product_id: path('$.product_id'),
          name: path('$.name'),
          category: path('$.category'),
          price: path('$.price'),
          quantity: path('$.quantity'),
        }),
      },
    },
  ],
  notes: ['Mixpanel has no subscription state; `email_opt_in` and `text_opt_in` arrive as properties.'],
}
