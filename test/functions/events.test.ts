import { eventNameRun } from './event-name-run'
import type { Members } from './property-run'
import { sender, trackCall, tracksOf } from './run'

const send = sender()
const { nameOf, rejectionOf } = eventNameRun(send)
const guest = { userId: 'U-1' }

/** The documented names, each with what else it accepts. */
const documented: [name: string, ...aliases: string[]][] = [
  ['POS Activity'],
  ['Identify Customer', 'Identify Guest'],
  ['Web Registration'],
  ['Referral', 'Refer A Friend'],
  ['Check-In'],
  ['Recharge Value', 'Recharge'],
  ['Survey Completion', 'Survey Completed'],
  ['Loyalty Registration'],
  ['Add/Redeem', 'Accrual/Redemption'],
  ['Session Concluded'],
]
const pairs = documented.flatMap(([name, ...aliases]) => [name, ...aliases].map((type) => [type, name] as const))

describe('a documented type', () => {
  test.each(pairs)('%s is tracked as %s, without case, spaces or punctuation', async (type, name) => {
    const words = type.split(/[^A-Za-z]+/)
    const spelt = [
      type,
      type.toUpperCase(),
      type.toLowerCase(),
      `  ${type}\t`,
      words.join(''),
      words.join('_'),
      words.join('-').toLowerCase(),
      words.join('.'),
      words.join('/'),
      `"${words.join(' / ')}"!`,
      words.join('\u00a0'),
      words.join('—'),
    ]
    const outcome = await send(spelt.map((one) => ({ ...guest, type: one })))
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(spelt.map(() => name))
  })

  test('gives one whole call when the event has nothing else to tell', async () => {
    const outcome = await send({ ...guest, type: 'Check-In' })
    expect(outcome.calls).toEqual([trackCall('Check-In', { userId: 'U-1' })])
  })
})

describe('the type is found', () => {
  const names = ['event', 'eventName', 'eventType', 'transactionType', 'type']
  const spelt = [...names, 'event_name', 'EventName', 'eventname', 'event_type', 'EventType', 'eventtype']
  const spellings = [...spelt, 'transaction_type', 'TransactionType', 'transactiontype', 'Type', 'Event']

  test.each(spellings)('under %s at the top level', async (name) => {
    expect(await nameOf({ [name]: 'Referral' })).toBe('Referral')
  })

  test.each(['data', 'payload', 'message', 'attributes', 'event', 'transaction'])(
    'in %s, under every name',
    async (place) => {
      for (const name of spellings) expect(await nameOf({ [place]: { [name]: 'Referral' } })).toBe('Referral')
    },
  )

  test.each(names.slice(1).map((name, index) => [names[index] ?? '', name] as const))(
    'under %s before %s',
    async (first, second) => {
      expect(await nameOf({ [second]: 'Referral', [first]: 'Check-In' })).toBe('Check-In')
      expect(await nameOf({ data: { [second]: 'Referral', [first]: 'Check-In' } })).toBe('Check-In')
    },
  )

  test.each<[sentence: string, event: Members]>([
    ['by name before place', { type: 'Referral', data: { type: 'Referral', transaction: { action: 'Check-In' } } }],
    ['by name before layer', { event: 'Check-In', data: { eventName: 'Referral' } }],
    ['of one name, in the inner layer', { type: 'Referral', data: { type: 'Check-In' } }],
    ['of one name, in the layers before transaction', { type: 'Check-In', transaction: { type: 'Referral' } }],
    [
      'of one name, in an outer layer before transaction',
      { type: 'Check-In', data: { transaction: { type: 'Referral' } } },
    ],
  ])('%s', async (_, event) => expect(await nameOf(event)).toBe('Check-In'))

  test.each(['Sale', 'com.example.forwarded', 'order.created'])(
    'as the first that is known: %s before it is passed over',
    async (event) => expect(await nameOf({ event, type: 'Check-In' })).toBe('Check-In'),
  )

  test.each([
    ['an address', 'dana@example.com'],
    ['an object in JSON', '{"a":1}'],
    ['a list in JSON', '[1]'],
    ['over 100 characters', 'x'.repeat(101)],
  ])('never as text that may be data: %s, %s', async (_, event) => {
    expect(await nameOf({ event, type: 'Check-In' })).toBe('Check-In')
    expect(await rejectionOf({ event })).toContain('received none')
    expect(await rejectionOf({ event }, { unknownEvents: 'track' })).toContain('received none')
  })

  test.each(['event', 'Event', 'type'])('of %s also in a list of one', async (name) => {
    expect(await nameOf({ [name]: ['Referral'] })).toBe('Referral')
  })

  test.each<[unknown]>([[null], [''], ['  '], [5], [true], [{ type: 1 }], [['a', 'b']], [[]]])(
    'after %j, which is no text',
    async (value) => {
      expect(await nameOf({ eventName: value, type: 'Referral' })).toBe('Referral')
      expect(await nameOf({ eventName: value, transaction: { type: 'Referral' } })).toBe('Referral')
      expect(await nameOf({ eventName: value }, {}, 'event=Referral')).toBe('Referral')
    },
  )

  test('beside a wrapper that is named event', async () => {
    expect(await nameOf({ event: { first_name: 'Dana' }, type: 'Referral' })).toBe('Referral')
    expect(await nameOf({ event: { type: 'Referral' } })).toBe('Referral')
  })

  test.each(['properties', 'traits', 'guest', 'headerInfo', 'account', 'store'])('not in %s', async (place) => {
    expect(await rejectionOf({ [place]: { type: 'Referral', eventType: 'Referral', event: 'Referral' } })).toContain(
      'received none',
    )
  })
})

describe('the URL', () => {
  test.each(['event=Check-In', 'event=check%20in', 'event=CHECK_IN&secret=x', 'x=1&event=Check+In'])(
    'tells the type of a body that names none: ?%s',
    async (query) => expect(await nameOf({}, {}, query)).toBe('Check-In'),
  )

  test('tells nothing of a body that names one', async () => {
    expect(await nameOf({ type: 'Referral' }, {}, 'event=Check-In')).toBe('Referral')
    expect(await nameOf({ type: 'FOO_BAR' }, {}, 'event=Check-In')).toBe('Check-In')
    expect(await rejectionOf({ type: 'FOO_BAR' }, {}, 'event=FOO')).toContain('"FOO_BAR"')
  })

  test('tells the type of every event in a list that names none', async () => {
    const outcome = await send([guest, { ...guest, type: 'Referral' }, { ...guest, n: 1 }], { query: 'event=Check-In' })
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(['Check-In', 'Referral', 'Check-In'])
  })

  test('comes after the envelope', async () => {
    const outcome = await send(
      { type: 'Referral', events: [guest, { ...guest, type: 'Check-In' }] },
      { query: 'event=Recharge' },
    )
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(['Referral', 'Check-In'])
  })

  test.each([
    ['', 'no parameter'],
    ['event=', 'no value'],
    ['event=%20', 'a blank'],
    ['type=Check-In', 'another parameter'],
    ['Event=Check-In', 'a parameter in another case'],
    ['eventType=Check-In', 'another parameter'],
  ])('tells no type in ?%s: %s', async (query) => {
    expect(await rejectionOf({}, {}, query)).toContain('received none')
  })

  test('may name an unknown type', async () => {
    expect(await rejectionOf({}, {}, 'event=FOO_BAR')).toContain('received "FOO_BAR"')
    expect(await nameOf({}, { unknownEvents: 'track' }, 'event=FOO+BAR')).toBe('FOO BAR')
  })
})
