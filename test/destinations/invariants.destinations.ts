import { createHash } from 'node:crypto'
import path from 'node:path'
import { destinations } from '../../build/destinations'
import type { ToolRequest } from '../../build/destinations/runner/trial'
import { isObject } from '../../shared/json/values'
import { callsOf, receivedAt, type Tried, triedBy, useRunner } from './trials'

const runner = useRunner()
const all = new Map<string, readonly Tried[]>()

beforeAll(async () => {
  const calls = await callsOf(path.join(__dirname, 'bodies'))
  for (const destination of destinations) {
    all.set(destination.slug, await triedBy(runner(), destination, calls))
  }
})

const guest = { id: '51830427', email: 'dana.whitfield@example.com', phone: '+12075550199' }
const card = '4381e797-516d-47de-978d-7f3ff2e86e75'

function tried(slug: string, isMeant: (one: Tried) => boolean = () => true): readonly Tried[] {
  return (all.get(slug) ?? []).filter(isMeant)
}

function requestsOf(some: readonly Tried[]): readonly ToolRequest[] {
  return some.flatMap(({ fired }) => fired.flatMap(({ requests }) => requests))
}

/** A request as text, with form fields as they were before they were encoded. */
function textOf({ url, body }: ToolRequest): string {
  const text = typeof body === 'string' ? decodeURIComponent(body.replaceAll('+', ' ')) : JSON.stringify(body)
  return `${url} ${text}`
}

const slugs = destinations.map(({ slug }) => slug)

describe('nothing throws', () => {
  test.each(slugs)('%s takes every body', (slug) => {
    const refused = tried(slug).flatMap(({ body, fired, error }) =>
      [error, ...fired.map((one) => one.error)].map((problem) => [body, problem]),
    )
    expect(refused.filter(([, problem]) => problem !== null)).toEqual([])
  })
})

/** What in a request sets a subscription, in the words of each tool that has a state. */
const state = /email_subscribe|subscription_group|"consent":|profile-subscription|"unsubscribed":|\/subscriptions /

describe('consent reaches the state of the tool', () => {
  const channels = ['email', 'SMS'] as const
  const statesOf = (slug: string, body: string) =>
    requestsOf(tried(slug, (one) => one.body === body))
      .map(textOf)
      .filter((text) => state.test(text))

  test.each([
    ['braze', 'registration-consent-yes', ['"email_subscribe":"opted_in"', '"subscription_state":"subscribed"']],
    ['braze', 'registration-consent-no', ['"email_subscribe":"unsubscribed"', '"subscription_state":"unsubscribed"']],
    [
      'klaviyo',
      'registration-consent-yes',
      ['"email":{"marketing":{"consent":"SUBSCRIBED"', '"sms":{"marketing":{"consent":"SUBSCRIBED"'],
    ],
    [
      'klaviyo',
      'registration-consent-no',
      ['"email":{"marketing":{"consent":"UNSUBSCRIBED"', '"sms":{"marketing":{"consent":"UNSUBSCRIBED"'],
    ],
    ['attentive', 'registration-consent-yes', [`"user":{"phone":"${guest.phone}"`, `"user":{"email":"${guest.email}"`]],
    ['attentive', 'registration-consent-no', []],
    ['klaviyo', 'email-only', ['"consent":"SUBSCRIBED"}}},"email":"lee.hart@example.com"']],
    ['attentive', 'email-only', ['"user":{"email":"lee.hart@example.com"}']],
    ['customerio', 'registration-consent-yes', ['"unsubscribed":false']],
    ['customerio', 'registration-consent-no', ['"unsubscribed":true']],
  ])('%s, %s', (slug, body, expected) => {
    const states = statesOf(slug, body)
    expect(states).toHaveLength(expected.length)
    for (const [index, one] of expected.entries()) expect(states[index]).toContain(one)
  })

  test.each(slugs)('%s: an unknown consent, a visit and an old visit change nothing', (slug) => {
    const isRegistration = ({ body }: Tried) => /^registration-consent-(?:yes|no)$|^email-only$/.test(body)
    const others = tried(slug, (one) => !isRegistration(one) || one.call.type === 'identify')
    expect(
      requestsOf(others)
        .map(textOf)
        .filter((text) => state.test(text)),
    ).toEqual([])
  })

  test('each tool with a state sets it for e-mails or text messages', () => {
    const kinds = destinations.map(({ slug, subscriptions }) => [
      slug,
      channels.filter((channel) => subscriptions.some(({ consent }) => consent === channel)),
    ])
    expect(kinds.filter(([, some]) => some?.length !== 0)).toEqual([
      ['braze', ['email', 'SMS']],
      ['klaviyo', ['email', 'SMS']],
      ['attentive', ['email', 'SMS']],
      ['customerio', ['email']],
    ])
  })
})

describe('one guest is one profile', () => {
  const keys: Readonly<Record<string, string>> = {
    hubspot: guest.email,
    listrak: guest.email,
    'facebook-conversions-api': 'external_id',
  }
  // These know a subscriber by address, which the profile has.
  const byAddress = /profile-subscription-bulk/
  // Questions about the account, not about a guest.
  const impersonal = /event-definitions|field_definitions/

  test.each(slugs)('%s: every request about a guest has the same key', (slug) => {
    const about = requestsOf(tried(slug, ({ call }) => call.userId !== undefined)).map(textOf)
    const others = about.filter(
      (text) => !text.includes(keys[slug] ?? guest.id) && !byAddress.test(text) && !impersonal.test(text),
    )
    expect(others).toEqual([])
  })

  test.each([
    ['braze', '"aliases_to_identify":[{"external_id":"51830427","user_alias":{"alias_name":"4381e797'],
    ['mixpanel', '"$identified_id":"51830427","$anon_id":"4381e797'],
    ['amplitude', '"user_id":"51830427","device_id":"4381e797'],
    ['customerio', '"anonymous_id":"4381e797'],
    ['webhook', '"userId":"51830427","anonymousId":"4381e797'],
  ])('%s: what a card did joins its guest', (slug, expected) => {
    expect(
      requestsOf(tried(slug, ({ body }) => body === 'card-only'))
        .map(textOf)
        .every((text) => text.includes(card)),
    ).toBe(true)
    expect(
      requestsOf(tried(slug, ({ body }) => body === 'registration-joins-card'))
        .map(textOf)
        .join(),
    ).toContain(expected)
  })

  test.each(slugs.filter((slug) => !['braze', 'mixpanel', 'amplitude', 'customerio', 'webhook'].includes(slug)))(
    '%s cannot join a card to a guest, so a card alone is not sent',
    (slug) => expect(requestsOf(tried(slug, ({ body }) => body === 'card-only'))).toEqual([]),
  )
})

describe('the time is the event’s', () => {
  const received = Date.parse(receivedAt)
  // The webhook gets Segment's whole message, which says when it was received.
  test.each(slugs.filter((slug) => slug !== 'webhook'))('%s never gets the time of receipt', (slug) => {
    const traces = [receivedAt.slice(0, 10), String(Math.floor(received / 1000))]
    const texts = requestsOf(tried(slug)).map(textOf)
    expect(texts.filter((text) => traces.some((trace) => text.includes(trace)))).toEqual([])
  })

  test.each(slugs.filter((slug) => !['sendgrid', 'listrak', 'facebook-conversions-api'].includes(slug)))(
    '%s gets the time of an old event',
    (slug) => {
      const texts = requestsOf(tried(slug, ({ body, call }) => body.startsWith('old-') && call.type === 'track')).map(
        textOf,
      )
      expect(texts.filter((text) => /2019-03-02T17:15:00|1551546900/.test(text))).not.toEqual([])
    },
  )
})

test.each(slugs)('%s gets phones in international form only', (slug) => {
  const texts = requestsOf(tried(slug)).map(textOf)
  expect(texts.filter((text) => /(?<!\+1|%2B1)2075550199/.test(text))).toEqual([])
})

test('Facebook gets the hash of the international phone, without +', () => {
  const hash = createHash('sha256').update(guest.phone.slice(1)).digest('hex')
  const texts = requestsOf(tried('facebook-conversions-api', ({ call }) => call.userId !== undefined)).map(textOf)
  expect(texts.length).toBeGreaterThan(3)
  expect(texts.filter((text) => !text.includes(`"ph":"${hash}"`))).toEqual([])
})

describe('ids for de-duplication are ours', () => {
  test.each([
    ['klaviyo', 'unique_id'],
    ['iterable', 'id'],
    ['attentive', 'externalEventId'],
    ['mixpanel', '$insert_id'],
    ['amplitude', 'insert_id'],
    ['customerio', 'id'],
    ['facebook-conversions-api', 'event_id'],
    ['salesforce-marketing-cloud', 'MessageId'],
    ['posthog', '$insert_id'],
    ['webhook', 'messageId'],
  ])('%s: %s', (slug, name) => {
    const events = tried(slug, ({ call }) => call.type === 'track' && call.event !== 'Order Completed')
    const missing = events.filter((one) => {
      const texts = requestsOf([one]).map(textOf)
      return texts.length > 0 && !texts.some((text) => text.includes(`"${name}":"${one.call.messageId}"`))
    })
    expect(missing.map(({ body }) => body)).toEqual([])
  })

  test('Mixpanel takes at most 36 letters, digits and dashes', () => {
    const ids = requestsOf(tried('mixpanel')).flatMap((one) =>
      [...textOf(one).matchAll(/"\$insert_id":"([^"]*)"/g)].map(([, id]) => id),
    )
    expect(ids.length).toBeGreaterThan(5)
    expect(ids.filter((id) => !/^[A-Za-z0-9-]{1,36}$/.test(String(id)))).toEqual([])
  })
})

describe('names obey the rules of the tool', () => {
  test('Google Analytics: letters, digits and _ only, and no lists', () => {
    const sent = requestsOf(tried('google-analytics-4')).flatMap(({ body }) =>
      isObject(body) && Array.isArray(body.events) ? body.events : [],
    )
    const names = sent.flatMap((event) => (isObject(event) ? [event.name] : []))
    expect([...new Set(names)].sort()).toEqual([
      'check_in',
      'loyalty_registration',
      'pos_activity',
      'purchase',
      'recharge_value',
      'web_registration',
    ])
    const parameters = sent.flatMap((event) =>
      isObject(event) && isObject(event.params) ? Object.entries(event.params) : [],
    )
    expect(parameters.filter(([name]) => !/^[a-z][a-z0-9_]{0,39}$/.test(name))).toEqual([])
    expect(parameters.filter(([name, value]) => name !== 'items' && typeof value === 'object')).toEqual([])
    expect(parameters.filter(([, value]) => typeof value === 'string' && value.length > 100)).toEqual([])
  })

  test('HubSpot: lower-case letters, digits, _ and -', () => {
    const names = requestsOf(tried('hubspot')).flatMap(({ url }) => /event-definitions\/([^/]+)\//.exec(url)?.[1] ?? [])
    expect(new Set(names)).toEqual(
      new Set([
        'check-in',
        'loyalty_registration',
        'order_completed',
        'pos_activity',
        'recharge_value',
        'web_registration',
      ]),
    )
  })

  test('Attentive: no property holds a list or an object', () => {
    const properties = requestsOf(tried('attentive')).flatMap(({ body }) =>
      isObject(body) && isObject(body.properties) ? Object.entries(body.properties) : [],
    )
    expect(properties.length).toBeGreaterThan(50)
    expect(properties.filter(([, value]) => typeof value === 'object')).toEqual([])
  })
})

describe('a sale that was voided or denied is no purchase', () => {
  // Klaviyo, Google and Facebook count a value as revenue.
  const purchase = /order.?(?:placed|completed)|purchase|commerce|upsertOrder|"value":\d/i

  test.each(slugs)('%s', (slug) => {
    const undone = requestsOf(tried(slug, ({ body }) => /^check-(?:voided|denied)$/.test(body)))
    expect(undone.map(textOf).filter((text) => purchase.test(text))).toEqual([])
  })

  test.each(slugs.filter((slug) => !['sendgrid', 'listrak'].includes(slug)))('%s gets a good one', (slug) => {
    const good = requestsOf(tried(slug, ({ body }) => body === 'check-with-products')).map(textOf)
    expect(good.filter((text) => purchase.test(text))).not.toEqual([])
  })
})
