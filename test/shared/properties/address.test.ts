import type { JsonObject } from '../../../shared/json/values'
import { addresses } from '../../../shared/properties/address'
import { defaultSettings } from '../../default-settings'

function readAddress(sent: JsonObject) {
  const warnings: string[] = []
  const warn = (part: string, expected: string) => void warnings.push(`${part}: ${expected}`)
  const address = addresses.read(sent, defaultSettings, warn)
  return { address, warnings }
}

test.each<[sentence: string, sent: JsonObject, address: object]>([
  [
    'every part is read, normalised and trimmed',
    { address1: ' 1 Wharf St ', city: 'Portland', stateProvince: 'me', postalCode: '04101', country: 'usa' },
    { street: '1 Wharf St', city: 'Portland', state: 'ME', postalCode: '04101', country: 'US' },
  ],
  [
    "Segment's own names are read",
    { street: '1 Wharf St', state: 'ns', zip: 'B3J 1S9' },
    { street: '1 Wharf St', state: 'NS', postalCode: 'B3J 1S9' },
  ],
  [
    'spellings do not matter',
    { City: 'Portland', postal_code: '04101', STATEPROVINCE: 'ME' },
    { city: 'Portland', postalCode: '04101', state: 'ME' },
  ],
  ['a postal code sent as a number becomes its digits', { zipCode: 4101 }, { postalCode: '4101' }],
  ['a list of one means its item', { city: ['Portland'], country: ['gb'] }, { city: 'Portland', country: 'GB' }],
  ['absent parts are left out', { city: null, street: '', state: ' ', country: [], postalCode: [null] }, {}],
  [
    'an absent name gives way to the next',
    { stateProvince: '', state: 'Maine', postalCode: null, zip: '04101' },
    { state: 'Maine', postalCode: '04101' },
  ],
  ['unknown keys are ignored', { addressId: 5, label: 'Home', phone: '207', constructor: 'x' }, {}],
  ['an empty object has no part', {}, {}],
])('%s', (_, sent, address) => expect(readAddress(sent)).toEqual({ address, warnings: [] }))

test.each<[part: string, reason: string, sent: JsonObject]>([
  ['.street', 'a number', { street: 5 }],
  ['.city', 'an object', { city: { name: 'Portland' } }],
  ['.city', 'two cities', { city: ['Portland', 'Salem'] }],
  ['.state', 'a number', { stateProvince: 7 }],
  ['.postalCode', 'beyond 2^53 digits are lost', { postalCode: 2 ** 53 }],
  ['.postalCode', 'a fraction', { postalCode: 4101.5 }],
  ['.country', 'over 8,192 bytes', { country: 'x'.repeat(8193) }],
])('an unreadable %s is left out with one warning: %s', (part, _, sent) => {
  expect(readAddress(sent)).toEqual({ address: {}, warnings: [`${part}: text`] })
})

test('an unreadable name gives way to the next, and is warned of', () => {
  expect(readAddress({ stateProvince: 7, state: 'me' })).toEqual({
    address: { state: 'ME' },
    warnings: ['.state: text'],
  })
})
