import type { Destination } from './destination'
import { input } from './mapping'

export const webhook: Destination = {
  slug: 'webhook',
  name: 'Webhook',
  metadataId: '614a3c7d791c91c41bae7599',
  settings: { sharedSecret: 'secret' },
  byDefault: 'nothing is set up.',
  subscriptions: [
    {
      name: 'All calls',
      action: 'send',
      trigger: 'type = "identify" or type = "track"',
      mapping: { url: input('URL of your endpoint', 'https://example.com/segment') },
    },
  ],
  notes: [
    'Your endpoint gets each call as it is, signed with the shared secret in `x-signature`. Consent is its own affair.',
  ],
}
