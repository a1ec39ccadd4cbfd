import { differingRules } from '../../../build/segment-api/rules'

const schema = { type: 'object', required: ['a', 'b'], properties: { title: { type: 'string' } } }
const ours = [{ type: 'TRACK', key: 'Check-In', version: 1, jsonSchema: schema } as const]
const theirs = (jsonSchema: unknown) => [{ type: 'TRACK', key: 'Check-In', version: 1, jsonSchema }]

test.each([
  ['the same', schema, true],
  ['members of Segment that say nothing', { $schema: 'x', $id: 'y', labels: {}, description: '', ...schema }, true],
  ['lists in another order', { ...schema, required: ['b', 'a'] }, true],
  ['another required list', { ...schema, required: ['a'] }, false],
  ['another type of a property', { ...schema, properties: { title: { type: 'number' } } }, false],
  ['no property, though its name is a word of schemas', { ...schema, properties: {} }, false],
  ['a property more', { ...schema, properties: { title: { type: 'string' }, id: {} } }, false],
  ['no schema', null, false],
])('a rule that has %s is the same: %j', (_, jsonSchema, expected) => {
  expect(differingRules(ours, theirs(jsonSchema))).toEqual(
    expected ? [] : [{ rule: 'TRACK Check-In', change: 'changed' }],
  )
})

test('rules are added and removed by type, key and version', () => {
  const other = { type: 'TRACK', key: 'Check-In', version: 2, jsonSchema: schema }
  const identify = { type: 'IDENTIFY', key: null, version: 1, jsonSchema: schema }
  expect(differingRules(ours, [other, identify])).toEqual([
    { rule: 'TRACK Check-In', change: 'added' },
    { rule: 'TRACK Check-In version 2', change: 'removed' },
    { rule: 'IDENTIFY', change: 'removed' },
  ])
})
