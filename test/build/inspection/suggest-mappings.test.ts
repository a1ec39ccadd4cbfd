import { checkMappings } from '../../../build/config/mappings'
import { createInspect, type SuggestedMappings, suggestMappings } from '../../../build/inspection'
import { events } from '../../../functions/events'

const guest = { event: 'Check-In', accountId: '5' }
const none = { eventAliases: {}, mappings: {} }

async function suggest(bodies: readonly unknown[], taken: readonly string[] = []): Promise<SuggestedMappings> {
  const inspect = await createInspect(none)
  const inspections = await Promise.all(bodies.map((body) => inspect({ body: JSON.stringify(body) })))
  return suggestMappings(inspections, events, taken)
}

const path = (where: string) => ({ '@path': where })

const cases: [string, unknown, SuggestedMappings][] = [
  ['snake case', { loyalty: { favouriteDish: 1 } }, { favourite_dish: path('$.loyalty.favouriteDish') }],
  ['a key with a space', { 'Home Store': { 'a-b': 1 } }, { a_b: path('$.["Home Store"].a-b') }],
  ['an item of a list of one', { fields: { custom1: ['x'] } }, { custom1: path('$.fields.custom1[0]') }],
  ['a list as a whole', { lines: [{ sku: 1 }, { sku: 2 }] }, { lines: path('$.lines') }],
  ['a name that is taken, by a property', { x: { amount: 1 } }, { x_amount: path('$.x.amount') }],
  ['a name that is taken, by a trait', { store: { phone: '1' } }, { store_phone: path('$.store.phone') }],
  [
    'a name that is taken, by another',
    { a: { code: 1 }, b: { code: 2 } },
    { code: path('$.a.code'), b_code: path('$.b.code') },
  ],
  ['a name that is taken for good', { loyalty: { x: 1 }, x: 2 }, { x: path('$.loyalty.x'), x_2: path('$.x') }],
  ['nothing for a key that no path can name', { 'a.b': 1, "it's": 2, '': 3 }, {}],
  ['nothing for what is explained or never emitted', { amount: 1, pin: 2, sentAt: 'x' }, {}],
]
test.each(cases)('%s is proposed', async (_, body, expected) => {
  const mappings = await suggest([{ ...guest, ...(body as object) }]) // an object in every row
  expect(mappings).toEqual(expected)
  expect(
    checkMappings(
      mappings,
      events.map(({ name }) => name),
    ),
  ).toEqual([])
})

test('several bodies are served by one mapping, and names of the configuration are left alone', async () => {
  expect(
    await suggest(
      [
        { ...guest, a: 1 },
        { ...guest, a: 2, b: 3 },
      ],
      ['B'],
    ),
  ).toEqual({ a: path('$.a'), b_2: path('$.b') })
})

test('with what is proposed, everything that can be is used', async () => {
  const body = JSON.stringify({
    shared: { tier: 'x', region: 'NE' },
    events: [
      { ...guest, a: { 'b c': 1, deep: [{ x: 1 }] }, one: ['v'], 'p q': { z: 7 }, shared: { own: 1 } },
      { ...guest, a: { d: false } },
    ],
  })
  const before = await (await createInspect(none))({ body })
  const mappings = suggestMappings([before], events, [])
  const after = await (await createInspect({ ...none, mappings }))({ body })
  expect(after.events.flatMap(({ remainder }) => remainder.unused)).toEqual([])
  expect(
    after.events.map(({ found }) =>
      found
        .filter(({ property }) => property !== null && property in mappings)
        .map(({ property, value }) => [property, value]),
    ),
  ).toEqual([
    [
      ['b_c', 1],
      ['deep', [{ x: 1 }]],
      ['one', 'v'],
      ['own', 1],
      ['z', 7],
    ],
    [
      ['d', false],
      ['region', 'NE'],
      ['tier', 'x'],
    ],
  ])
})
