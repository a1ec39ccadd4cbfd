import type { Destination } from './destination'
import { either, path, products } from './mapping'
import { registrations, triggersOf } from './triggers'

/** Facebook matches by address; an id alone tells it nothing. */
const address = '(context.traits.email != null or context.traits.phone != null)'
const matchable = triggersOf(address, address)

const shared = { __segment_internal_sync_mode: 'add', action_source: 'physical_store' }

export const facebookConversionsApi: Destination = {
  slug: 'facebook-conversions-api',
  name: 'Facebook Conversions API',
  metadataId: '61806e472cd47ea1104885fc',
  settings: { pixelId: '1', token: 'token' },
  suggested: ['purchase2'],
  byDefault: 'nothing is set up, and the suggested mappings lack where a sale happened, so that each is refused.',
  subscriptions: [
    {
      name: 'Orders',
      action: 'purchase2',
      trigger: matchable.orders,
      mapping: {
        ...shared,
        content_type: 'product',
        contents: products({
          id: either('$.product_id', '$.name'),
          quantity: path('$.quantity'),
          item_price: path('$.price'),
        }),
      },
    },
    {
      name: 'Orders without products',
      action: 'purchase2',
      trigger: `${matchable.events} and event = "Order Completed" and properties.products = null`,
      mapping: shared,
    },
    {
      name: 'Registrations',
      action: 'custom2',
      trigger: `${registrations} and ${address}`,
      mapping: { ...shared, event_name: 'CompleteRegistration' },
    },
  ],
  notes: [
    'Set `orders` to `track`, or Facebook gets no purchases. Only sales that were neither voided nor denied are orders.',
    'Only orders and registrations are sent, of guests with an e-mail address or a phone, which are hashed.',
    'Events in a shop may be up to 62 days old; Facebook refuses older ones.',
    'Facebook has no subscription state. Ask your lawyers whether your guests agreed to this use.',
  ],
}
