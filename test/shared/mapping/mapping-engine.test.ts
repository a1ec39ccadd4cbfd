import { transform } from '@segment/actions-core/mapping-kit'
import { createMapper } from '../../../shared/mapping/mapping-engine'

const event = {
  loyalty: { card: '6000', tier: 'Gold', tags: ['a', 'b'], 'home store': 'Boston', closed: null },
  email: false,
  points: 0,
  note: '',
}

test.each([
  ['a path', { '@path': '$.loyalty.card' }, '6000'],
  ['a path without root', { '@path': 'loyalty.card' }, '6000'],
  ['a quoted key', { '@path': "$.loyalty['home store']" }, 'Boston'],
  ['an index', { '@path': '$.loyalty.tags[1]' }, 'b'],
  ['an object', { '@path': '$.loyalty.tags' }, ['a', 'b']],
  ['a length', { '@path': '$.loyalty.tags.length' }, 2],
  ['a top-level zero', { '@path': '$.points' }, 0],
  ['a top-level false', { '@path': '$.email' }, false],
  ['a null', { '@path': '$.loyalty.closed' }, null],
  ['the whole event', { '@path': '$.' }, event],
  ['a template', { '@template': '{{loyalty.tier}} of {{missing}}' }, 'Gold of '],
  ['a fixed value', 'fixed', 'fixed'],
  ['a literal', { '@literal': 5 }, 5],
  ['a condition', JSON.parse('{"@if": {"exists": {"@path": "$.loyalty"}, "then": "yes", "else": "no"}}'), 'yes'],
  ['a case', { '@case': { operator: 'upper', value: { '@path': '$.loyalty.tier' } } }, 'GOLD'],
  ['an object of mappings', { card: { '@path': '$.loyalty.card' }, none: { '@path': '$.x' } }, { card: '6000' }],
])('%s gives its value', (_, mapping, expected) => {
  expect(createMapper({ it: mapping }, transform)(event)).toEqual({ values: { it: expected }, failed: [] })
})

test.each([
  ['a missing key', { '@path': '$.loyalty.none' }],
  ['a missing parent', { '@path': '$.none.card' }],
  ['a member of false', { '@path': '$.email.optIn' }],
  ['a member of zero', { '@path': '$.points.balance' }],
  ['a member of an empty string', { '@path': '$.note.text' }],
  ['a member of null', { '@path': '$.loyalty.closed.at' }],
  ['a member of a string', { '@path': '$.loyalty.card.length' }],
  ['an item of a string', { '@path': '$.loyalty.card[0]' }],
  ['a deep member of false', { '@path': '$.email.a.b' }],
  ['an inherited method', { '@path': '$.loyalty.tags.map' }],
  ['an inherited method of the event', { '@path': '$.toString' }],
])('%s gives nothing', (_, mapping) => {
  expect(createMapper({ it: mapping }, transform)(event)).toEqual({ values: {}, failed: [] })
})

test('a mapping that fails costs no other', () => {
  const mapper = createMapper(
    {
      bad: { '@flatten': { value: { '@path': '$.loyalty' } } },
      good: { '@path': '$.loyalty.card' },
      worse: { '@nonsense': 1 },
    },
    transform,
  )
  expect(mapper(event)).toEqual({ values: { good: '6000' }, failed: ['bad', 'worse'] })
})

test.each([[null], ['text'], [[1]], [undefined], [7]])('an event that is %j fails every mapping', (other) => {
  const mapper = createMapper({ a: { '@path': '$.a' }, b: 'fixed' }, transform)
  expect(mapper(other)).toEqual({ values: {}, failed: ['a', 'b'] })
})

test('mappings may be frozen, are not changed, and give the same each time', () => {
  const options = Object.freeze({ pattern: '0', value: Object.freeze({ '@path': '$.loyalty.card' }) })
  const mappings = Object.freeze({ it: Object.freeze({ '@replace': options }) })
  const mapper = createMapper(mappings, transform)
  expect([mapper(event), mapper(event)]).toEqual(Array(2).fill({ values: { it: '6' }, failed: [] }))
  expect(mappings).toEqual({ it: { '@replace': { pattern: '0', value: { '@path': '$.loyalty.card' } } } })
})

test('values are copies: changing one leaves the event as it was', () => {
  const { values } = createMapper({ tags: { '@path': '$.loyalty.tags' } }, transform)(event)
  expect(values.tags).toEqual(event.loyalty.tags)
  expect(values.tags).not.toBe(event.loyalty.tags)
})
