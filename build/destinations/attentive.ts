import type { Destination } from './destination'
import { either, input, path, products, scalarsOf } from './mapping'
import { addressedConsents, reachable } from './triggers'

const source = input('Sign-up source id')

/** One address only, so that no other channel is subscribed with it. */
const subscribe = (address: 'email' | 'phone') => ({
  subscriptionType: 'MARKETING',
  signUpSourceId: source,
  userIdentifiers: { [address]: path(`$.context.traits.${address}`), clientUserId: path('$.userId') },
})

export const attentive: Destination = {
  slug: 'attentive',
  name: 'Attentive',
  metadataId: '674f2453916dadbd36d899dc',
  settings: { apiKey: 'key' },
  byDefault:
    'a guest with an address is refused, and others arrive without traits; events are not set up; no subscription state.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'upsertUserAttributes',
      trigger: reachable.guests,
      mapping: {
        userIdentifiers: {
          phone: path('$.traits.phone'),
          email: path('$.traits.email'),
          clientUserId: path('$.userId'),
        },
        properties: scalarsOf('$.traits'),
      },
    },
    {
      name: 'Events',
      action: 'customEvents',
      trigger: reachable.eventsBesideOrders,
      mapping: { properties: scalarsOf('$.properties') },
    },
    {
      name: 'Orders',
      action: 'ecommEvent',
      trigger: reachable.orders,
      mapping: {
        eventType: 'purchase',
        items: products({
          productId: either('$.product_id', '$.name'),
          productVariantId: either('$.product_id', '$.name'),
          name: path('$.name'),
          value: path('$.price'),
          quantity: path('$.quantity'),
        }),
      },
    },
    {
      name: 'SMS opt-in',
      consent: 'SMS',
      action: 'subscribeUser',
      trigger: addressedConsents.smsYes,
      mapping: subscribe('phone'),
    },
    {
      name: 'Email opt-in',
      consent: 'email',
      action: 'subscribeUser',
      trigger: addressedConsents.emailYes,
      mapping: subscribe('email'),
    },
  ],
  notes: [
    'Enter the id of a sign-up source for subscribers who registered elsewhere.',
    "Segment's code cannot unsubscribe anybody in Attentive: a guest who says no at registration is not subscribed, and one who was subscribed before stays so.",
    'Attentive takes scalars only, so lists and objects arrive in parts: `products_0_name`.',
    'Orders need a price for each product; Attentive refuses others.',
    'A card without a guest is not sent.',
  ],
}
