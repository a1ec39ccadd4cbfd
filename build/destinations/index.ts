import { amplitude } from './amplitude'
import { attentive } from './attentive'
import { braze } from './braze'
import { cordial } from './cordial'
import { customerio } from './customerio'
import type { Destination } from './destination'
import { facebookConversionsApi } from './facebook-conversions-api'
import { googleAnalytics4 } from './google-analytics-4'
import { hubspot } from './hubspot'
import { iterable } from './iterable'
import { klaviyo } from './klaviyo'
import { listrak } from './listrak'
import { mixpanel } from './mixpanel'
import { posthog } from './posthog'
import { salesforceMarketingCloud } from './salesforce-marketing-cloud'
import { sendgrid } from './sendgrid'
import { webhook } from './webhook'

/** Every destination that subscriptions are shipped for, in the order in which they are shown. */
export const destinations: readonly Destination[] = [
  braze,
  klaviyo,
  iterable,
  attentive,
  googleAnalytics4,
  mixpanel,
  amplitude,
  customerio,
  hubspot,
  facebookConversionsApi,
  salesforceMarketingCloud,
  sendgrid,
  cordial,
  listrak,
  posthog,
  webhook,
]
