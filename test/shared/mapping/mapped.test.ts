import type { MappedValues } from '../../../shared/declare/configuration'
import type { Property, Reading } from '../../../shared/declare/property'
import { inOrder } from '../../../shared/json/in-order'
import { createEventMapper } from '../../../shared/mapping/mapped'
import { firstName } from '../../../shared/properties/guest'
import { walletLists } from '../../../shared/properties/wallets'
import { defaultSettings } from '../../default-settings'

const known = new Map<string, typeof firstName | typeof walletLists>([
  ['firstname', firstName],
  ['wallets', walletLists],
])
const mapper =
  (values: Readonly<Record<string, unknown>>, failed: readonly string[] = []) =>
  () => ({ values, failed })

/** What a track call gets of the configuration's own properties, and what is warned of. */
function customOf(values: Readonly<Record<string, unknown>>, omit: readonly string[] = []) {
  const warned: string[] = []
  const reading = { settings: { ...defaultSettings, omit: new Set(omit) }, warn: (name: string) => warned.push(name) }
  const into = {}
  const { addCustom } = createEventMapper(mapper(values, ['broken']), {})([], undefined, known)
  addCustom(into, reading as unknown as Reading) // it asks the reading for nothing else
  return { into, warned }
}

function valuesOf({ found }: MappedValues, property: Property): unknown[] {
  return inOrder(found.values.get(property)).map(({ value }) => value)
}

test('the mappings of one event are looked at before those of all', () => {
  const map = createEventMapper(mapper({ first_name: 'All', dish: 'soup' }), {
    'Check-In': mapper({ first_name: 'Own' }),
  })
  const mapped = map([], 'Check-In', known)
  expect([valuesOf(mapped, firstName), mapped.custom]).toEqual([['Own', 'All'], { dish: 'soup' }])
  expect(valuesOf(map([], 'Referral', known), firstName)).toEqual(['All'])
})

test.each([
  ['a list of one scalar is the scalar', 'first_name', ['Dana'], firstName, ['Dana']],
  ['a list of one wallet is a list all the same', 'wallets', [{ code: 1 }], walletLists, [[{ code: 1 }]]],
  ['JSON text is the list that it says', 'wallets', '[{"code":1}]', walletLists, [[{ code: 1 }]]],
  ['what says nothing is no value', 'first_name', 'N/A', firstName, []],
])('%s', (_, name, sent, property, expected) => {
  const mapped = createEventMapper(mapper({ [name]: sent }), {})([], undefined, known)
  expect(valuesOf(mapped, property)).toEqual(expected)
})

test.each([
  ['a secret', { pin: '1234', card: { cvv: '1' } }, { card: {} }],
  [
    'a friend',
    { friendEmail: 'a@example.com', referral: { code: 'A', email: 'a@example.com' } },
    { referral: { code: 'A' } },
  ],
  [
    'a friend in a list of one, as XML made JSON has it',
    { referral: [{ code: 'A', email: 'a@example.com' }] },
    { referral: [{ code: 'A' }] },
  ],
  ['a friend in JSON text', { referral: '{"code":"A","email":"a@example.com"}' }, { referral: '{"code":"A"}' }],
])('a mapping does not see %s', (_, sent, seen) => {
  const looked: unknown[] = []
  createEventMapper((event) => ({ values: { all: looked.push(event) }, failed: [] }), {})([sent], undefined, known)
  expect(looked).toEqual([seen])
})

test('custom properties are added as they are, unless they say nothing or are to be omitted', () => {
  const sent = { dish: 'soup', none: 'N/A', pin: '1234', seat: 4 }
  expect(customOf(sent, ['seat'])).toEqual({ into: { dish: 'soup' }, warned: ['broken'] })
})

test('a text of over 8,192 bytes is left out with a warning', () => {
  expect(customOf({ essay: 'x'.repeat(8193) })).toEqual({ into: {}, warned: ['broken', 'essay'] })
})
