import type { Destination } from './destination'
import { either, leftOut, path, products } from './mapping'
import { reachable } from './triggers'

/** The same keys in every call, so that all of them meet the same contact. */
const identity = (traits: string) => ({
  anonymousId: leftOut,
  userIdentities: { 'channels.email.address': path(`${traits}.email`) },
})

export const cordial: Destination = {
  slug: 'cordial',
  name: 'Cordial',
  metadataId: '61eed75ba749df7601b12186',
  settings: { apiKey: 'key', endpoint: 'https://api.cordial.io', segmentIdKey: 'segment_id' },
  suggested: ['createContactactivity', 'upsertContact', 'upsertOrder'],
  byDefault:
    'nothing is set up. With the suggested mappings, contacts arrive without attributes and addresses, and an order is refused, as its products have no `sku`.',
  subscriptions: [
    {
      name: 'Guests',
      action: 'upsertContact',
      trigger: reachable.guests,
      mapping: {
        ...identity('$.traits'),
        attributes: {
          first_name: path('$.traits.firstName'),
          last_name: path('$.traits.lastName'),
          phone: path('$.traits.phone'),
          birthday: path('$.traits.birthday'),
          address: path('$.traits.address'),
          tier: path('$.traits.tier_label'),
          email_opt_in: path('$.traits.email_opt_in'),
          text_opt_in: path('$.traits.text_opt_in'),
        },
      },
    },
    {
      name: 'Events',
      action: 'createContactactivity',
      trigger: reachable.eventsBesideOrders,
      mapping: identity('$.context.traits'),
    },
    {
      name: 'Orders',
      action: 'upsertOrder',
      trigger: reachable.orders,
      mapping: {
        ...identity('$.context.traits'),
        items: products({
          productID: either('$.product_id', '$.name'),
          sku: either('$.product_id', '$.name'),
          name: either('$.name', '$.product_id'),
          category: path('$.category'),
          itemPrice: path('$.price'),
          qty: path('$.quantity'),
        }),
      },
    },
  ],
  notes: [
    'Create the contact attributes of the mapping in Cordial first; it ignores others.',
    "Segment's code has no field for Cordial's subscription state: add an automation that sets it by the `email_opt_in` of a registration.",
    'A card without a guest is not sent. Orders need a whole quantity for each product that has one.',
  ],
}
