import type { Destination } from './destination'
import { path } from './mapping'
import { identified } from './triggers'

export const posthog: Destination = {
  slug: 'posthog',
  name: 'PostHog',
  metadataId: '68516c107fc235f3572f8a64',
  settings: { api_key: 'key', project_id: '1', endpoint: 'https://us.i.posthog.com', geoip_disable: true },
  byDefault:
    "time of receipt instead of the event's, so history becomes today; events belong to no person's profile; calls of a card alone are refused.",
  subscriptions: [
    { name: 'Guests', action: 'identify', trigger: identified.guests, mapping: {} },
    {
      name: 'Events',
      action: 'event',
      trigger: identified.events,
      mapping: {
        timestamp: path('$.timestamp'),
        // The name of this field says otherwise, but it decides whether the event belongs to a person's profile.
        anonymous_event_capture: true,
        properties: {
          '@merge': { objects: [path('$.properties'), { $insert_id: path('$.messageId') }], direction: 'right' },
        },
      },
    },
  ],
  notes: [
    'Turn on "Disable GeoIP" in the destination\'s settings: all requests come from Segment\'s servers.',
    'PostHog has no subscription state. A card without a guest is not sent: nothing would join it to the guest later.',
  ],
}
