import { events } from '../../functions/events'
import { neverEmittedKeys } from '../../shared/privacy/never-emitted'
import { secretKeys, secretNames, secretSections } from '../secret-names'
import { bothWays, callsOf, type Members, propertiesOf, track, withMember } from './property-run'
import { disguises, readable, secret } from './secrets'

const run = bothWays()

const places = [
  'data',
  'properties',
  'traits',
  'transaction',
  'guest',
  'fields',
  'card',
  'cardInfo',
  'account',
  'store',
]
const deep = ['account.primaryCard', 'store.address', 'survey', 'referral', 'check', 'chargeResponse', 'headerInfo']

test('the list of what is never emitted is whole', () => {
  expect([...neverEmittedKeys].sort()).toEqual([...secretKeys, ...secretSections].sort())
})

describe.each(secretNames)('%s', (name) => {
  test('is never emitted, wherever it stands, whatever its spelling and whatever the event', async () => {
    const hosts = [[], ...[...places, ...deep].map((path) => path.split('.'))]
    const hidden = disguises(name).flatMap((key) => hosts.map((path) => ({ key, path })))
    const items = hidden.map(({ key, path }, index) => {
      const eventType = events[index % events.length]?.name
      return withMember({ eventType, userId: 'u-1' }, path, key, index % 2 === 0 ? secret : [secret, { [key]: secret }])
    })
    const outcome = await run({ body: JSON.stringify(items) })
    expect(outcome).toMatchObject({ status: 'ok', error: null, warnings: [], errors: [] })
    expect(propertiesOf(outcome)).toEqual(items.map(() => ({})))
    expect(JSON.stringify(outcome)).not.toContain('SECRET')
  })

  test('hides what it holds, though it be known by other names', async () => {
    const items = disguises(name).flatMap((key) => [
      { eventType: 'Recharge Value', userId: 'u-1', [key]: readable },
      { eventType: 'POS Activity', userId: 'u-1', data: { [key]: { ...readable, guest: readable } } },
      { eventType: 'Survey Completion', userId: 'u-1', guest: { [key]: readable }, card: { [key]: [readable] } },
    ])
    const outcome = await run({ body: JSON.stringify(items) })
    expect(outcome).toMatchObject({ status: 'ok', error: null, warnings: [], errors: [] })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(items.map(() => 'track'))
    expect(propertiesOf(outcome)).toEqual(items.map(() => ({})))
  })

  test('identifies nobody', async () => {
    const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', [name]: readable }) })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' }, calls: [] })
    expect(JSON.stringify(outcome)).not.toMatch(/SECRET|4111/)
  })

  test('is no part of what else is emitted', async () => {
    const outcome = await run({
      body: JSON.stringify({
        eventType: 'Survey Completion',
        userId: 'u-1',
        guest: { address: { city: 'Bath', [name]: secret }, addresses: [{ [name]: secret }] },
        answers: [{ question: 'Q', answer: 'A', [name]: secret }],
        wallets: [{ walletCode: 1, balance: 5, [name]: secret, expirations: [{ amount: 1, [name]: secret }] }],
        pointBalances: { [name]: 5, [`${name}_label`]: secret, [`${name}_balance`]: 5 },
      }),
    })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [] })
    expect(JSON.stringify(outcome)).not.toContain('SECRET')
    expect(propertiesOf(outcome)).toEqual([
      {
        wallets_info: { 1: 5 },
        all_wallets_info: [{ wallet_code: '1', balance: 5, expirations: [{ amount: 1 }] }],
        flat_wallets_info: { '1_balance': 5 },
        survey_answers: [{ question: 'Q', answer: 'A' }],
      },
    ])
  })

  test('is no part of a rejected event', async () => {
    const event = { eventType: 'NO SUCH', note: 'kept', deep: [{ [name]: secret, note: 'kept' }] }
    const disguised = Object.fromEntries(disguises(name).map((key) => [key, secret]))
    const outcome = await run({
      body: JSON.stringify({ ...event, ...disguised, guest: disguised }),
      settings: { keepBodies: 'rejected' },
    })
    expect(outcome.status).toBe('ok')
    expect(propertiesOf(outcome)).toEqual([
      expect.objectContaining({
        body: '{"deep":[{"note":"kept"}],"eventType":"NO SUCH","guest":{},"note":"kept"}',
      }),
    ])
  })

  test('does not tell two deliveries apart', async () => {
    const event = (value: string) => ({
      eventType: 'Check-In',
      userId: 'u-1',
      data: { [name]: value, store: { [name]: value } },
    })
    const outcome = await run({ body: JSON.stringify([event('one'), event('other')]) })
    const [first, second] = callsOf(outcome)
    expect(first?.messageId).toBe(second?.messageId)
  })
})

describe('of chargeResponse only amount, state and date are read', () => {
  test('by a recharge', async () => {
    const chargeResponse = {
      ...readable,
      transactionState: 'Succeeded',
      transactionDatetime: '2026-07-18 18:22:10 -0400',
      cardType: secret,
      authCode: secret,
    }
    const outcome = await run({ body: JSON.stringify({ eventType: 'Recharge Value', userId: 'u-1', chargeResponse }) })
    expect(callsOf(outcome)).toEqual([
      expect.objectContaining({
        type: 'track',
        timestamp: '2026-07-18T22:22:10.000Z',
        properties: { amount: 411.11, transaction_state: 'Succeeded' },
      }),
    ])
  })

  test('by a rejected event', async () => {
    const chargeResponse = { ...readable, transactionState: 'Failed', transactionDatetime: 'then', id: 7 }
    const outcome = await run({
      body: JSON.stringify({ eventType: 'NO SUCH', chargeResponse, b: { charge_response: secret } }),
      settings: { keepBodies: 'rejected' },
    })
    const kept = { amount: '411.11', transactionDatetime: 'then', transactionState: 'Failed' }
    expect(propertiesOf(outcome)).toEqual([
      expect.objectContaining({ body: JSON.stringify({ b: {}, chargeResponse: kept, eventType: 'NO SUCH' }) }),
    ])
  })
})

test.each([['pinned'], ['preprocessor'], ['spinner'], ['cardTypes'], ['track3']])(
  'a name that only resembles one of them, such as %s, is kept in a rejected event',
  async (name) => {
    const outcome = await run({
      body: JSON.stringify({ eventType: 'NO SUCH', [name]: 'kept' }),
      settings: { keepBodies: 'rejected' },
    })
    expect(JSON.stringify(propertiesOf(outcome))).toContain('kept')
  },
)

describe('prototype names are ignored everywhere', () => {
  test.each([['__proto__'], ['constructor'], ['prototype']])('%s', async (key) => {
    const inner = JSON.stringify({ ...readable, polluted: secret })
    const body = `{"eventType": "Check-In", "userId": "u-1", "${key}": ${inner},
      "data": {"${key}": ${inner}, "store": {"${key}": ${inner}, "address": {"${key}": ${inner}}}},
      "guest": {"${key}": ${inner}}, "account": {"${key}": {"wallets": {"9": 9}}, "primaryCard": {"${key}": ${inner}}},
      "wallets": {"${key}": 5, "${key}_balance": 5, "${key}_label": "${secret}"}}`
    const outcome = await run({ body })
    expect(outcome).toMatchObject({ status: 'ok', error: null, errors: [] })
    expect(callsOf(outcome).map(({ type, properties }) => [type, properties])).toEqual([['track', {}]])
    expect(JSON.stringify(outcome)).not.toContain('SECRET')
    expect(Object.prototype).not.toHaveProperty('polluted')
  })

  test('also around several events and in form fields', async () => {
    const event = '{"eventType": "Check-In", "userId": "u-1"}'
    const batch = await run({ body: `{"__proto__": {"firstName": "${secret}"}, "events": [${event}]}` })
    const form = await run({
      body: '__proto__=SECRET&constructor=SECRET&eventType=Check-In&userId=u-1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    for (const outcome of [batch, form]) {
      expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
      expect(propertiesOf(outcome)).toEqual([{}])
    }
  })

  test('and an event of such a type is unknown', async () => {
    for (const eventType of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(await run({ body: JSON.stringify({ eventType, userId: 'u-1' }) })).toMatchObject({ status: 'unsupported' })
    }
  })
})

test('a secret among the values of a known property is left out without being shown', async () => {
  const cases: [Members, Members][] = [
    [{ firstName: { pin: secret } }, {}],
    [{ storeCode: [secret, secret] }, {}],
    [{ tierCode: { token: secret } }, {}],
  ]
  for (const [event, properties] of cases) {
    const outcome = await track(run, event)
    expect(outcome.properties).toEqual(properties)
    expect(outcome.warnings).toHaveLength(1)
    expect(outcome.warnings.join()).not.toContain('SECRET')
  }
})
