import { type Pair, type Row, testRows } from './property-rows'
import { bothWays, track } from './property-run'

const run = bothWays()

const places = { store: [], location: [], headerInfo: [] }
const addresses = (...also: string[]) => ({
  'store.address': also,
  'location.address': also,
  store: also,
  location: also,
})
const text: readonly [Pair, Pair] = [
  [' Old Port ', 'Old Port'],
  ['Bath', 'Bath'],
]

const rows: readonly Row[] = [
  {
    property: 'store_name',
    kind: 'text',
    values: text,
    names: ['store_name'],
    sections: { ...places, store: ['name', 'label'], location: ['name', 'label'] },
  },
  {
    property: 'store_code',
    kind: 'code',
    values: [
      [' 00aB ', '00aB'],
      ['VENUE-9', 'VENUE-9'],
    ],
    names: ['store_code', 'storeNumber'],
    sections: { ...places, store: ['code'], location: ['code'] },
  },
  {
    property: 'store_latitude',
    kind: 'number',
    values: [
      ['43.656900', 43.6569],
      [-12.5, -12.5],
    ],
    names: ['store_latitude'],
    sections: { store: ['latitude', 'lat'], location: ['latitude', 'lat'] },
  },
  {
    property: 'store_longitude',
    kind: 'number',
    values: [
      ['-70.255900', -70.2559],
      [12.5, 12.5],
    ],
    names: ['store_longitude'],
    sections: {
      store: ['longitude', 'lng', 'lon', 'long'],
      location: ['longitude', 'lng', 'lon', 'long'],
    },
  },
  { property: 'store_city', kind: 'text', values: text, names: ['store_city'], sections: addresses('city') },
  {
    property: 'store_postal_code',
    kind: 'code',
    values: [
      [' 04101 ', '04101'],
      ['B3J 1S9', 'B3J 1S9'],
    ],
    names: ['store_postal_code'],
    sections: addresses('postalCode', 'zip', 'zipCode'),
  },
  {
    property: 'store_state',
    kind: 'text',
    values: [
      ['me', 'ME'],
      ['NS', 'NS'],
    ],
    names: ['store_state'],
    sections: addresses('stateProvince', 'state'),
  },
  {
    property: 'store_country',
    kind: 'text',
    values: [
      ['usa', 'US'],
      ['GB', 'GB'],
    ],
    names: ['store_country'],
    sections: addresses('country'),
  },
]
testRows(run, rows)

const store = {
  code: '0042',
  name: 'Harbor Grill',
  label: 'Old Port',
  latitude: '43.656900',
  longitude: '-70.255900',
  address: { city: 'Portland', postalCode: '04101', stateProvince: 'ME', country: 'US' },
}
const { address, ...flat } = store

test('a whole store gives the eight properties of a store', async () => {
  expect(await track(run, { store })).toEqual({
    warnings: [],
    properties: {
      store_name: 'Harbor Grill',
      store_code: '0042',
      store_latitude: 43.6569,
      store_longitude: -70.2559,
      store_city: 'Portland',
      store_postal_code: '04101',
      store_state: 'ME',
      store_country: 'US',
    },
  })
})

describe('what is not the store of purchase gives none of its properties', () => {
  const both = { ...flat, ...address }
  test.each([
    ['names of a store at the top level', both],
    ['names of a store in the wrapper', { data: both }],
    ['names of a store in properties', { properties: both }],
    ['names of a store in traits', { traits: both }],
    ['names of a store in transaction', { transaction: both }],
    ['an address at the top level', { address, addresses: [address] }],
    ["the guest's address", { guest: { ...both, address }, fields: both, customer: { address } }],
    ['the favourite store', { favoriteStore: store, fields: { favoriteStore: store } }],
    ['the store of enrolment', { enrollmentStore: store, account: { enrollmentStore: store } }],
    ['a store in transaction', { transaction: { store } }],
    ['a store in another section', { account: { store }, guest: { store, location: store }, headerInfo: { store } }],
    ['names of a store in headerInfo', { headerInfo: both }],
    ['coordinates and an address in headerInfo', { headerInfo: { storeCity: 'Bath', storeLatitude: 1, address } }],
    ['an external code', { store: { externalStoreCode: 'VENUE-9', hoursOfOperation: '9-5', distance: '1.5' } }],
    ['text in place of a store', { store: 'Old Port', location: 42 }],
    ['two stores', { store: [store, store] }],
  ])('%s', async (_, event) => {
    const { properties } = await track(run, event)
    expect(Object.keys(properties ?? {}).filter((name) => name.startsWith('store_'))).toEqual([])
  })
})

test('a list of one store is that store', async () => {
  const { properties } = await track(run, { store: [{ code: '7', address: [{ city: 'Bath' }] }] })
  expect(properties).toEqual({ store_code: '7', store_city: 'Bath' })
})

describe('values', () => {
  const cases: [name: string, property: string, sent: unknown, emitted: unknown, reason: string][] = [
    ['name', 'store_name', ' Old  Port\n', 'Old  Port', 'only blanks around it go'],
    ['code', 'store_code', '0042', '0042', 'zeros stay'],
    ['code', 'store_code', 'corp', 'corp', 'a word is a code, too'],
    ['code', 'store_code', 'CORP', 'CORP', 'case stays'],
    ['code', 'store_code', 42, '42', 'digits of a number'],
    ['latitude', 'store_latitude', 90, 90, 'the most there is'],
    ['latitude', 'store_latitude', '-90', -90, 'the least there is'],
    ['latitude', 'store_latitude', '+45.5', 45.5, 'a plus'],
    ['latitude', 'store_latitude', 90.000001, undefined, 'beyond 90 degrees'],
    ['latitude', 'store_latitude', '-90.000001', undefined, 'beyond 90 degrees'],
    ['latitude', 'store_latitude', '43,6569', undefined, 'a decimal comma'],
    ['latitude', 'store_latitude', '4e1', undefined, 'an exponent'],
    ['latitude', 'store_latitude', 'north', undefined, 'a word'],
    ['latitude', 'store_latitude', true, undefined, 'a boolean'],
    ['longitude', 'store_longitude', '180', 180, 'the most there is'],
    ['longitude', 'store_longitude', -180, -180, 'the least there is'],
    ['longitude', 'store_longitude', 180.000001, undefined, 'beyond 180 degrees'],
    ['longitude', 'store_longitude', '-180.000001', undefined, 'beyond 180 degrees'],
    ['longitude', 'store_longitude', '70° W', undefined, 'a sign and a letter'],
    ['postalCode', 'store_postal_code', '04101', '04101', 'zeros stay'],
    ['postalCode', 'store_postal_code', 4101, '4101', 'a number has lost its zero'],
    ['state', 'store_state', 'Me', 'ME', 'capitals for two letters'],
    ['state', 'store_state', 'Maine', 'Maine', 'a name stays'],
    ['state', 'store_state', 'NSW', 'NSW', 'three letters stay'],
    ['state', 'store_state', 'nsw', 'nsw', 'three letters stay'],
    ['state', 'store_state', 'm1', 'm1', 'a digit is no letter'],
    ['state', 'store_state', ' m ', 'm', 'one letter stays'],
    ['country', 'store_country', 'us', 'US', 'capitals for two letters'],
    ['country', 'store_country', 'USA', 'US', 'a known country'],
    ['country', 'store_country', 'Can', 'CA', 'a known country'],
    ['country', 'store_country', 'gbr', 'GBR', 'capitals for three letters'],
    ['country', 'store_country', 'Canada', 'CA', 'a known name'],
    ['country', 'store_country', 'u', 'u', 'one letter is no code'],
    ['country', 'store_country', 'U.S.', 'U.S.', 'points make it no code'],
  ]
  test.each(cases)('%s gives the %s of %j as %j: %s', async (name, property, sent, emitted) => {
    const { properties, warnings } = await track(run, { store: { [name]: sent } })
    expect(properties).toEqual(emitted === undefined ? {} : { [property]: emitted })
    expect(warnings).toHaveLength(emitted === undefined ? 1 : 0)
  })
})

describe('0, 0 is no place', () => {
  const nowhere = [
    'event[0].store_latitude: expected coordinates other than 0, 0, received a number; left out',
    'event[0].store_longitude: expected coordinates other than 0, 0, received a number; left out',
  ]
  test.each([
    ['both as numbers', { latitude: 0, longitude: 0 }, {}, nowhere],
    ['both as text', { latitude: '0.000000', longitude: '-0' }, {}, nowhere],
    ['the latitude alone', { latitude: 0 }, { store_latitude: 0 }, []],
    ['the longitude alone', { longitude: '0' }, { store_longitude: 0 }, []],
    ['on the equator', { latitude: 0, longitude: 9.5 }, { store_latitude: 0, store_longitude: 9.5 }, []],
    ['on the meridian', { latitude: '51.5', longitude: '0' }, { store_latitude: 51.5, store_longitude: 0 }, []],
  ])('%s', async (_, coordinates, properties, warnings) => {
    expect(await track(run, { store: coordinates })).toEqual({ properties, warnings })
  })
})
