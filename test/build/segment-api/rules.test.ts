import { signedSchema } from '../../../build/catalog/tracking-plan-meaning'
import { areAllOurs, differingRules } from '../../../build/segment-api/rules'

const schema = {
  type: 'object',
  required: ['traits', 'properties'],
  properties: { properties: { type: 'object', properties: { title: { type: 'string' } } } },
}
const signed = signedSchema(schema)
const ours = [{ type: 'TRACK', key: 'Check-In', version: 1, jsonSchema: signed } as const]
const theirs = (jsonSchema: unknown) => [{ type: 'TRACK', key: 'Check-In', version: 1, jsonSchema }]
const withProperties = (properties: object) => ({
  ...signed,
  properties: { properties: { type: 'object', properties } },
})

test.each([
  ['the same', signed, []],
  ['no comment', schema, []],
  ['members of Segment that say nothing', { ...signed, $id: 'y', labels: {}, title: 'x', description: '' }, []],
  [
    'parts of a call of which nothing is said',
    { ...signed, properties: { ...schema.properties, context: {}, traits: { type: 'object' } } },
    [],
  ],
  ['lists in another order', { ...signed, required: ['properties', 'traits'] }, []],
  ['a type as a list of one', { ...signed, type: ['object'] }, []],
  ['another required list, and the digest of ours', { ...signed, required: ['properties'] }, ['changed by a person']],
  ['a property of another type', withProperties({ title: { type: 'number' } }), ['changed by a person']],
  ['no property, though its name is a word of schemas', withProperties({}), ['changed by a person']],
  ['one more property', withProperties({ title: { type: 'string' }, id: {} }), ['changed by a person']],
  ['another meaning, and the digest of that', signedSchema({ ...schema, required: ['traits'] }), ['changed']],
  ['another meaning, and no digest', { ...schema, required: ['traits'] }, ['changed by a person']],
  ['no schema', null, ['changed by a person']],
])('of a rule in Segment that has %s', (_, jsonSchema, expected) => {
  expect(differingRules(ours, theirs(jsonSchema)).map(({ change }) => change)).toEqual(expected)
})

test('the difference of a changed rule is a diff of what it means', () => {
  const [difference] = differingRules(ours, theirs({ ...signed, required: ['properties'], title: 'x' }))
  expect(difference?.diff?.split('\n').filter((line) => /^[+-] /.test(line))).toEqual([
    '- "required": "properties",',
    '+ "required": [',
    '+  "properties",',
    '+  "traits"',
    '+ ],',
  ])
})

test('rules are told apart by type, key and version', () => {
  const other = { type: 'TRACK', key: 'Check-In', version: 2, jsonSchema: schema }
  const identify = { type: 'IDENTIFY', key: null, version: 1, jsonSchema: schema }
  expect(differingRules(ours, [other, identify]).map(({ name, change }) => [name, change])).toEqual([
    ['TRACK Check-In', 'added'],
    ['TRACK Check-In version 2', 'not ours'],
    ['IDENTIFY', 'not ours'],
  ])
})

test.each([
  ['signed by us', [...theirs(signed), { type: 'TRACK', key: 'Older', version: 1, jsonSchema: signed }], true],
  ['as ours are, without their comment', theirs(schema), true],
  ['of somebody else', [{ type: 'TRACK', key: 'Theirs', version: 1, jsonSchema: schema }], false],
  ['changed by somebody', theirs({ ...signed, required: [] }), false],
])('rules that are %s are all ours: %#', (_, rules, expected) => expect(areAllOurs(rules, ours)).toBe(expected))
