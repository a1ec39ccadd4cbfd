import { bothWays, callsOf, type Members, propertiesOf } from './property-run'

const run = bothWays()
const headers = { 'content-type': 'application/x-www-form-urlencoded' }

/** The calls that a form gives: as text, or as an object that was parsed before. */
async function callsFrom(fields: readonly (readonly [string, string])[]) {
  const body = new URLSearchParams([['event', 'Check-In'], ...fields.map(([name, value]) => [name, value])]).toString()
  const outcome = await run({ body, headers })
  expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
  return outcome
}
const propertiesFrom = async (...fields: readonly (readonly [string, string])[]) =>
  propertiesOf(await callsFrom([['userId', 'U-1'], ...fields]))[0]

test.each<[sentence: string, fields: readonly (readonly [string, string])[], properties: Members]>([
  ['a name nests', [['store[code]', '0042']], { store_code: '0042' }],
  ['a name nests further', [['store[address][city]', 'Bath']], { store_city: 'Bath' }],
  ['in properties', [['properties[store][name]', 'Pier']], { store_name: 'Pier' }],
  ['in any spelling', [['Store[Store_Code]', '7']], { store_code: '7' }],
  ['a part alone is a name', [['store', '{"code":"7"}']], { store_code: '7' }],
  [
    'names with and without brackets stand side by side',
    [
      ['firstName', 'Dana'],
      ['store[name]', 'Pier'],
    ],
    { first_name: 'Dana', store_name: 'Pier' },
  ],
  [
    'of two values in one place the first stays',
    [
      ['store[code]', '1'],
      ['store[code][x]', '2'],
    ],
    { store_code: '1' },
  ],
  [
    'what is no pair of brackets is a name as it stands',
    [
      ['store[code', '1'],
      ['[x]', '3'],
    ],
    { store_code: '1' },
  ],
  ['empty brackets only tell of a list', [['firstName[]', 'Dana']], { first_name: 'Dana' }],
])('%s', async (_, fields, properties) => {
  expect(await propertiesFrom(...fields)).toEqual(properties)
})

test('numbers in brackets are a list in their order', async () => {
  const properties = await propertiesFrom(
    ['wallets[10][code]', '2'],
    ['wallets[10][balance]', '7'],
    ['wallets[9][code]', '1'],
    ['wallets[9][balance]', '5'],
  )
  expect(properties?.wallets_info).toEqual({ 1: 5, 2: 7 })
})

test('a field sent twice is the list of its values', async () => {
  const outcome = await callsFrom([
    ['accountIds', 'A-1'],
    ['accountIds', 'A-2'],
  ])
  expect(callsOf(outcome)[0]).toMatchObject({ userId: 'A-1' })
})

test('of the accounts in a list by brackets the first counts', async () => {
  const outcome = await callsFrom([
    ['accountIds[]', 'A-1'],
    ['accountIds[]', 'A-2'],
  ])
  expect(callsOf(outcome)[0]).toMatchObject({ userId: 'A-1' })
})

test.each(['__proto__[firstName]', 'constructor[prototype][firstName]', 'guest[__proto__][firstName]', 'prototype'])(
  'no field reaches a prototype: %s',
  async (name) => {
    expect(await propertiesFrom([name, 'Mallory'])).toEqual({})
    expect({}).not.toHaveProperty('firstName')
  },
)

test('a name of more than 32 parts is deeper than a body may be', async () => {
  const body = new URLSearchParams([
    ...Object.entries({ event: 'Check-In', userId: 'U-1' }),
    [`a${'[a]'.repeat(32)}`, 'x'],
  ])
  expect(await run({ body: body.toString(), headers })).toMatchObject({ status: 'rejected', calls: [] })
})

test('a form may hold several events', async () => {
  const fields = [
    ['events[0][event]', 'Check-In'],
    ['events[0][userId]', 'U-1'],
    ['events[1][event]', 'Referral'],
    ['events[1][userId]', 'U-2'],
  ]
  const outcome = await run({ body: new URLSearchParams(fields).toString(), headers })
  expect(callsOf(outcome).map(({ event }) => event)).toEqual(['Check-In', 'Referral'])
})
