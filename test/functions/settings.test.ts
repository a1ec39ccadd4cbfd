import { settingDefinitions } from '../../shared/settings/definitions'
import type { Members } from './property-run'
import { refused, sender } from './run'
import { event } from './settings-event'

const send = sender()
const batch = [event, { type: 'FOO', userId: 'U-2' }, { type: 'Check-In' }]

const table = [
  ['sharedSecret', 'STRING', true],
  ['merchantId', 'STRING', false],
  ['userIdFrom', 'ARRAY', false],
  ['placeholders', 'ARRAY', false],
  ['timeZone', 'STRING', false],
  ['dateOrder', 'STRING', false],
  ['phoneCountryCode', 'STRING', false],
  ['cardNumber', 'STRING', false],
  ['identify', 'STRING', false],
  ['orders', 'STRING', false],
  ['eventNames', 'TEXT_MAP', false],
  ['unknownEvents', 'STRING', false],
  ['keepBodies', 'STRING', false],
  ['omit', 'ARRAY', false],
] as const

test('there are fourteen settings, none of them required, each with all six fields that Segment asks for', () => {
  expect(settingDefinitions).toEqual(
    table.map(([name, type, sensitive]) => ({
      name,
      type,
      sensitive,
      required: false,
      label: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
    })),
  )
})

test('a setting that nobody knows changes nothing', async () => {
  const settings = JSON.parse('{"unheardOf":5,"__proto__":{"identify":"never"},"constructor":"x"}')
  expect(await send(batch, { settings })).toEqual(await send(batch))
})

describe('a blank value is absent', () => {
  const scalars: unknown[] = [null, '', '  ', '\t\n']
  const lists: unknown[] = [null, '', [], [''], ['  ', ''], [null]]
  const maps: unknown[] = [
    null,
    '',
    ' ',
    {},
    { 'Recharge Value': '' },
    { 'Recharge Value': '  ' },
    { 'Recharge Value': null },
  ]
  const blanks = { STRING: scalars, ARRAY: lists, TEXT_MAP: maps }
  test.each(table.flatMap(([name, type]) => blanks[type].map((value) => ({ name, value }))))(
    '$name: $value',
    async ({ name, value }) => {
      expect(await send(batch, { settings: { [name]: value } })).toEqual(await send(batch))
    },
  )

  test('all of them blank are none', async () => {
    const settings = Object.fromEntries(table.map(([name, type]) => [name, blanks[type][1]]))
    expect(await send(batch, { settings })).toEqual(await send(batch))
  })

  test('blank items of a list are none of it', async () => {
    const settings = { userIdFrom: ['', 'accountId', ' '], omit: [' ', 'firstName'] }
    expect(await send(event, { settings })).toEqual(
      await send(event, { settings: { userIdFrom: ['accountId'], omit: ['firstName'] } }),
    )
  })
})

describe('the default is', () => {
  test.each([
    ['userIdFrom', ['userId', 'accountId']],
    ['timeZone', 'America/New_York'],
    ['cardNumber', 'plain'],
    ['identify', 'always'],
    ['unknownEvents', 'reject'],
    ['keepBodies', 'none'],
    ['dateOrder', 'mdy'],
    ['phoneCountryCode', '1'],
    ['phoneCountryCode', '+1'],
    ['orders', 'off'],
  ])('%s: %j', async (name, value) =>
    expect(await send(batch, { settings: { [name]: value } })).toEqual(await send(batch)),
  )
})

test('a value may have white space around it', async () => {
  const tidy = { merchantId: '7', userIdFrom: ['accountId'], timeZone: 'UTC', cardNumber: 'last4', identify: 'profile' }
  const more = {
    eventNames: { Recharge: 'Top-Up' },
    unknownEvents: 'track',
    keepBodies: 'all',
    orders: 'track',
    dateOrder: 'dmy',
    phoneCountryCode: '44',
    placeholders: ['U-2'],
    omit: ['birthday'],
  }
  const spaced = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/"([^"]+)"(?!:)/g, '" $1 "'))
  const settings = { ...tidy, ...more }
  expect(await send(batch, { settings: spaced(settings) as Members })).toEqual(await send(batch, { settings })) // an object like it
})

describe('a wrong value is refused, and the message tells the setting and what it may be', () => {
  const marker = 'mArKeR'
  const texts: unknown[] = [5, 0, true, false, [marker], [], { [marker]: marker }]
  const wrong: Record<string, { readonly values: readonly unknown[]; readonly allowed: readonly string[] }> = {
    sharedSecret: { values: texts, allowed: ['text'] },
    merchantId: { values: [...texts, 90417], allowed: ['text'] },
    userIdFrom: {
      values: [
        'userId',
        marker,
        [marker],
        ['userId', marker],
        ['userID'],
        ['user_id'],
        [5],
        [['userId']],
        [{}],
        {},
        5,
        true,
      ],
      allowed: ['userId', 'accountId', 'externalAccountCode', 'username', 'email', 'printedCardNumber'],
    },
    placeholders: { values: [marker, '0000', [5], [['x']], {}, 5, true], allowed: ['list', 'ids'] },
    timeZone: {
      values: [...texts, marker, 'Mars/Olympus', '-05:00', '+5', 'New York', '1', 'America/New_York;', 'null'],
      allowed: ['IANA'],
    },
    dateOrder: { values: [...texts, marker, 'MDY', 'ymd'], allowed: ['mdy', 'dmy'] },
    phoneCountryCode: { values: [...texts, marker, '0', '01', '1234', 'US', '+', 'None'], allowed: ['digits', 'none'] },
    cardNumber: { values: [...texts, marker, 'PLAIN', 'last5', 'true'], allowed: ['plain', 'last4', 'hash', 'omit'] },
    identify: { values: [...texts, marker, 'Always', 'no'], allowed: ['always', 'profile', 'never'] },
    orders: { values: [...texts, marker, 'Track', 'on'], allowed: ['off', 'track'] },
    eventNames: {
      values: [marker, 5, true, [], [marker], { a: 5 }, { a: [marker] }, { a: { b: marker } }, { a: true }],
      allowed: ['event names'],
    },
    unknownEvents: { values: [...texts, marker, 'TRACK', 'throw'], allowed: ['reject', 'track'] },
    keepBodies: { values: [...texts, marker, 'All', 'track'], allowed: ['none', 'rejected', 'all'] },
    omit: {
      values: ['birthday', marker, [marker], ['birthday', marker], [5], [['birthday']], {}, 5, true],
      allowed: ['properties', 'traits'],
    },
  }
  const cases = Object.entries(wrong).flatMap(([name, { values, allowed }]) =>
    values.map((value) => ({ name, value, allowed })),
  )

  test('of every setting', () => expect(Object.keys(wrong)).toEqual(table.map(([name]) => name)))

  test.each(cases)('$name: $value', async ({ name, value, allowed }) => {
    const outcome = await send(batch, { settings: { [name]: value } })
    const message = new RegExp(`^settings\\.${name}: expected [^;]+, received [^;]+(?:; .+)?$`)
    expect(outcome).toEqual({ ...refused('ValidationError', message), warnings: [], errors: [] })
    for (const word of allowed) expect(outcome.error?.message.split(', received')[0]).toContain(word)
    expect(outcome.error?.message).not.toContain(marker)
  })

  test.each(['last4', 'hash', 'omit'])(
    'also userIdFrom, when it would show a card that is to be %s',
    async (cardNumber) => {
      const outcome = await send(event, { settings: { cardNumber, userIdFrom: ['userId', 'printedCardNumber'] } })
      expect(outcome).toMatchObject({
        ...refused('ValidationError', /^settings\.userIdFrom: expected .+, received .+$/),
        errors: [],
      })
    },
  )

  test('whatever the body is', async () => {
    for (const body of [null, 'x', [], {}, { type: 'FOO' }]) {
      const outcome = await send(body, { settings: { identify: 'sometimes', keepBodies: 'rejected' } })
      expect(outcome).toMatchObject(refused('ValidationError', /^settings\.identify: /))
    }
  })
})
