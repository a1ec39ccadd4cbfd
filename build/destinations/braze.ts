import type { Destination } from './destination'
import { input, path } from './mapping'
import { consent, events, guests } from './triggers'

const smsGroup = (state: 'subscribed' | 'unsubscribed') => [
  { subscription_group_id: input('SMS subscription group id'), subscription_state: state },
]

export const braze: Destination = {
  slug: 'braze',
  name: 'Braze',
  metadataId: '60f9d0d048950c356be2e4da',
  settings: { endpoint: 'https://rest.iad-01.braze.com', api_key: 'key', app_id: 'app' },
  subscriptions: [
    {
      name: 'Guests',
      action: 'updateUserProfile',
      trigger: guests,
      mapping: { dob: path('$.traits.birthday'), country: path('$.traits.address.country') },
    },
    {
      name: 'Events',
      action: 'trackEvent',
      trigger: events,
      mapping: { time: path('$.timestamp') },
    },
    {
      name: 'Email opt-in',
      consent: 'email',
      action: 'updateUserProfile',
      trigger: consent.emailYes,
      mapping: { email: path('$.context.traits.email'), email_subscribe: 'opted_in' },
    },
    {
      name: 'Email opt-out',
      consent: 'email',
      action: 'updateUserProfile',
      trigger: consent.emailNo,
      mapping: { email: path('$.context.traits.email'), email_subscribe: 'unsubscribed' },
    },
    {
      name: 'SMS opt-in',
      consent: 'SMS',
      action: 'updateUserProfile',
      trigger: consent.smsYes,
      mapping: { phone: path('$.context.traits.phone'), subscription_groups: smsGroup('subscribed') },
    },
    {
      name: 'SMS opt-out',
      consent: 'SMS',
      action: 'updateUserProfile',
      trigger: consent.smsNo,
      mapping: { subscription_groups: smsGroup('unsubscribed') },
    },
  ],
  notes: [],
}
