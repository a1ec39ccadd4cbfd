import { checkMappings as check } from '../../../build/config/mappings'
import { events } from '../../../functions/events'

const eventNames = events.map(({ name }) => name)
const checkMappings = (mappings: Readonly<Record<string, unknown>>) => check(mappings, eventNames)

const path = { '@path': '$.loyalty.card' }
// Conditions are written as JSON text, because a JavaScript object with `then` looks like a promise.
const json = (text: string): unknown => JSON.parse(text)

test('no mappings have no problems', () => expect(checkMappings({})).toEqual([]))

test.each([
  ['a path', path],
  ['a relative path', { '@path': 'loyalty.card' }],
  ['the root', { '@path': '$.' }],
  ['a path with an index and a quoted key', { '@path': "$.a[0]['k v']" }],
  ['notes of an editor', { '@path': '$.a', _metadata: { label: 'A' } }],
  ['a fixed value', 'Gold'],
  ['a fixed null', null],
  ['a list', [path, 1]],
  ['an object', { card: path, nested: { tier: path } }],
  ['a template', { '@template': '{{ a.b }} and {{{c}}}' }],
  ['a template without places', { '@template': '$5' }],
  ['a literal', { '@literal': { a: [1] } }],
  ['a literal text that looks like a path', { '@literal': { a: ['$.a'] } }],
  ['a condition', json('{"@if": {"exists": {"@path": "$.a"}, "then": "yes", "else": "no"}}')],
  ['a condition on a blank', json('{"@if": {"blank": {"@path": "$.a"}, "then": "yes"}}')],
  ['a case', { '@case': { operator: 'lower', value: path } }],
  ['a replacement', { '@replace': { pattern: '-', replacement: '', value: path } }],
  ['items', { '@arrayPath': ['$.items', { id: { '@path': '$.code' } }] }],
  ['a flat object', { '@flatten': { separator: '_', value: path } }],
  ['text as JSON', { '@json': { mode: 'decode', value: path } }],
  ['merged objects', { '@merge': { direction: 'left', objects: [path, { a: 1 }] } }],
  ['two steps', { '@transform': { apply: { a: path }, mapping: { b: { '@path': '$.a' } } } }],
  ['an object without nulls', { '@excludeWhenNull': { a: path } }],
  ['text that only looks like an amount', '$5'],
  ['the part of a withheld section that may leave', { '@path': '$.chargeResponse.amount' }],
])('%s is a valid mapping', (_, mapping) => expect(checkMappings({ tier: mapping })).toEqual([]))

const known =
  '@arrayPath, @case, @excludeWhenNull, @flatten, @if, @json, @literal, @merge, @path, @replace, @template, @transform'
const secret = (key: string) => `contains "${key}", which is never emitted, so the mapping would never give a value`

test('under the name of an event, in any spelling, stand the mappings of that event', () => {
  const amount = { '@path': '$.storedValue.added' }
  expect(checkMappings({ 'recharge value': { amount }, 'Check-In': { amount: { '@paht': 'a' } } })).toEqual([
    `mappings.Check-In.amount.@paht: is not a directive; expected one of ${known}`,
  ])
})

test.each<[reason: string, mappings: Readonly<Record<string, unknown>>, problem: string]>([
  [
    'a path as text is sent as it stands',
    { tier: '$.loyalty.tier' },
    'mappings.tier: would be sent as this text; write { "@path": "$.loyalty.tier" }',
  ],
  ['the same in a list', { tiers: ['$.a'] }, 'mappings.tiers[0]: would be sent as this text; write { "@path": "$.a" }'],
  [
    'the same under an event',
    { 'Check-In': { tier: '$.a' } },
    'mappings.Check-In.tier: would be sent as this text; write { "@path": "$.a" }',
  ],
  [
    'a mapping does not tell the type',
    { event_type: { '@path': '$.a' } },
    'mappings.event_type: a mapping cannot set the type of an event; use "body" and "eventAliases"',
  ],
])('what cannot be meant is refused: %s, %j', (_, mappings, problem) => {
  expect(checkMappings(mappings)).toEqual([problem])
})

test.each(['$..tier', '$.items[*].code', '$.items[?(@.code)]', 'a..b'])('no path is like %s', (path) => {
  expect(checkMappings({ tier: { '@path': path } })).toEqual([
    'mappings.tier.@path: never matches: paths have no "..", "*" or filters; name each key, or an item such as [0]',
  ])
})

test.each([
  ['an unknown directive', { '@paht': '$.a' }, `mappings.tier.@paht: is not a directive; expected one of ${known}`],
  [
    'a nested unknown directive',
    json('{"a": [{"@if": {"exists": {"@path": "$.a"}, "then": {"@nope": 1}}}]}'),
    `mappings.tier.a[0].@if.then.@nope: is not a directive; expected one of ${known}`,
  ],
  [
    'liquid',
    { '@liquid': '{{ a }}' },
    'mappings.tier.@liquid: @liquid is not available in the source function; use @template, @case, @replace or @if',
  ],
  [
    'two directives',
    { '@path': '$.a', '@template': 'b' },
    'mappings.tier: an object holds one directive and nothing else; found @path, @template',
  ],
  [
    'a directive among members',
    { '@path': '$.a', b: 1 },
    'mappings.tier: an object holds one directive and nothing else; found @path, b',
  ],
  [
    'a path of another type',
    { '@path': 5 },
    'mappings.tier.@path: should be a string or a mapping directive but it is a number',
  ],
  ['a lone root', { '@path': '$' }, 'mappings.tier.@path: expected "$." at the start of the path'],
  ['a root with a bracket', { '@path': "$['a']" }, 'mappings.tier.@path: expected "$." at the start of the path'],
  ['a path to a pin', { '@path': '$.card.PIN' }, `mappings.tier.@path: ${secret('PIN')}`],
  ['a path through a secret', { '@path': '$.Oauth_Tokens.a' }, `mappings.tier.@path: ${secret('Oauth_Tokens')}`],
  [
    'a quoted path to a secret',
    { '@path': "$.a['processor code']" },
    `mappings.tier.@path: ${secret('processor code')}`,
  ],
  [
    'a path to a withheld member',
    { '@path': '$.chargeResponse.authCode' },
    `mappings.tier.@path: ${secret('chargeResponse')}`,
  ],
  [
    'a path through a prototype',
    { '@path': '$.a.constructor.name' },
    'mappings.tier.@path: contains a reserved name of JavaScript, which the function always ignores',
  ],
  ['a template of a secret', { '@template': 'x {{ a.password }}' }, `mappings.tier.@template: ${secret('password')}`],
  ['a raw template of a secret', { '@template': '{{{cvv}}}' }, `mappings.tier.@template: ${secret('cvv')}`],
  ['a template with a root', { '@template': '{{$.a}}' }, 'mappings.tier.@template: write {{a}}, without "$"'],
  [
    'items of a secret',
    { '@arrayPath': ['$.paymentMethod', {}] },
    `mappings.tier.@arrayPath: ${secret('paymentMethod')}`,
  ],
  [
    'a secret of an item',
    { '@arrayPath': ['$.items', { id: { '@path': '$.pin' } }] },
    `mappings.tier.@arrayPath[1].id.@path: ${secret('pin')}`,
  ],
  ['a member never emitted', { token: path }, 'mappings.tier.token: is never emitted; choose another name'],
  ['a reserved member', { prototype: path }, 'mappings.tier.prototype: is a reserved name'],
  [
    'a member of the language itself',
    { __segment_internal_directive: path },
    'mappings.tier.__segment_internal_directive: is a reserved name',
  ],
  ['a condition without one', json('{"@if": {"then": 1}}'), 'mappings.tier.@if: needs "exists" or "blank"'],
  [
    'an unknown case',
    { '@case': { operator: 'title', value: path } },
    'mappings.tier.@case: operator must be "lower" or "upper"',
  ],
  [
    'a mode in capitals',
    { '@json': { mode: 'Encode', value: path } },
    'mappings.tier.@json: mode must be "encode" or "decode"',
  ],
  ['no separator', { '@flatten': { value: path } }, 'mappings.tier.@flatten: separator is missing'],
  [
    'an empty pattern',
    { '@replace': { pattern: '', value: path } },
    'mappings.tier.@replace.pattern: should be a string of length 1 or greater',
  ],
  [
    'a long second pattern',
    { '@replace': { pattern: 'a', pattern2: '12345678901', value: path } },
    'mappings.tier.@replace: pattern2 and replacement2 must have at most 10 characters',
  ],
  [
    'no objects',
    { '@merge': { direction: 'left' } },
    'mappings.tier.@merge: should have field "objects" but it doesn\'t',
  ],
])('%s is refused', (_, mapping, problem) => expect(checkMappings({ tier: mapping })).toEqual([problem]))

test.each([
  ['', 'mappings[""]: a property name must not be blank'],
  [' ', 'mappings[" "]: a property name must not be blank'],
  ['@path', 'mappings.@path: expected a property name; a directive belongs inside one'],
  ['constructor', 'mappings.constructor: is a reserved name'],
  ['PIN', 'mappings.PIN: is never emitted; choose another name'],
  ['access_token', 'mappings.access_token: is never emitted; choose another name'],
  ['processorId', 'mappings.processorId: is never emitted; choose another name'],
])('the name %j is refused', (name, problem) => expect(checkMappings({ [name]: path })).toEqual([problem]))

test('__proto__ is refused wherever JSON may hold it', () => {
  expect(checkMappings(JSON.parse('{"__proto__": 1, "a": {"@literal": {"__proto__": 1}}}'))).toEqual([
    'mappings.__proto__: is a reserved name',
    'mappings.a.@literal.__proto__: is a reserved name',
  ])
})

test('every problem is told', () => {
  expect(checkMappings({ a: { '@path': '$' }, b: [{ '@path': '$' }], c: { '@replace': {} } })).toEqual([
    'mappings.a.@path: expected "$." at the start of the path',
    'mappings.b[0].@path: expected "$." at the start of the path',
    'mappings.c.@replace: should have field "pattern" but it doesn\'t',
    'mappings.c.@replace: should have field "value" but it doesn\'t',
  ])
})
