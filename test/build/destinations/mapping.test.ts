import { either, input, inputsOf, path, products, scalarsOf, withInputs } from '../../../build/destinations/mapping'

test.each([
  ['a place', path('$.userId'), { '@path': '$.userId' }],
  [
    'the first of two places that has a value',
    either('$.a', '$.b'),
    // biome-ignore lint/suspicious/noThenProperty: Segment's mapping language calls it so.
    { '@if': { exists: { '@path': '$.a' }, then: { '@path': '$.a' }, else: { '@path': '$.b' } } },
  ],
  [
    'the scalars of an object',
    scalarsOf('$.traits'),
    { '@flatten': { value: { '@path': '$.traits' }, separator: '_', omitArrays: false } },
  ],
  [
    'an item for each product',
    products({ id: path('$.product_id') }),
    { '@arrayPath': ['$.properties.products', { id: { '@path': '$.product_id' } }] },
  ],
  ['an input', input('List id'), { input: 'List id' }],
  ['an input with an example', input('List id', 1), { input: 'List id', example: 1 }],
])('%s', (_, value, expected) => expect(value).toEqual(expected))

test('inputs are named once each, wherever they stand', () => {
  const groups = [{ id: input('Group'), state: 'subscribed' }]
  expect(inputsOf([{ groups, list: input('List') }, { groups }])).toEqual(['Group', 'List'])
})

test('something else takes the place of each input, and the mapping stays as it was', () => {
  const mapping = { list: input('List'), groups: [{ id: input('Group', 'g-1') }], kept: null, on: true }
  const before = structuredClone(mapping)
  expect(withInputs(mapping, ({ input: name, example }) => example ?? `<${name}>`)).toEqual({
    list: '<List>',
    groups: [{ id: 'g-1' }],
    kept: null,
    on: true,
  })
  expect(mapping).toEqual(before)
})
