import { sanitize } from '../../../shared/privacy/sanitize'
import { isCanonical, isDeliveryField } from '../../../shared/read/scan'
import { installSegmentGlobals } from '../../segment-globals'

installSegmentGlobals()

test.each<[json: string, expected: boolean]>([
  ['{}', true],
  ['[]', true],
  ['null', true],
  ['"a"', true],
  ['7', true],
  ['{"a":1,"b":{"c":[{"d":1,"e":2}]}}', true],
  ['{"":1,"a":2}', true],
  ['{"Z":1,"a":2}', true],
  ['{"a":1,"é":2,"🦞":3}', true],
  ['{"b":1,"a":2}', false],
  ['{"a":1,"Z":2}', false],
  ['{"a":{"c":1,"b":2}}', false],
  ['[{"a":1},{"b":1,"a":2}]', false],
  ['{"pin":"1234"}', false],
  ['{"a":[{"access_token":null}]}', false],
  ['{"processorX":1}', false],
  ['{"chargeResponse":{"amount":"1"}}', false],
  ['{"metadata":{}}', false],
  ['{"sentAt":"x"}', false],
  ['{"delivered_at":"x"}', false],
  ['{"attempt":1}', false],
  ['{"RetryCount":1}', false],
  ['{"constructor":1}', false],
  ['{"__proto__":1}', false],
  ['{"prototype":1}', false],
])('isCanonical(%s) is %p', (json, expected) => expect(isCanonical(JSON.parse(json))).toBe(expected))

test('what is canonical is just what a sanitized copy would be', () => {
  const values = Array.from({ length: 2000 }, (_, seed) => jsonOf(seed))
  const canonical = values.filter((value) => isCanonical(value))
  expect(canonical).toHaveLength(1377)
  expect(canonical.filter((value) => JSON.stringify(sanitize(value)) !== JSON.stringify(value))).toEqual([])
})

test('what is sanitized is canonical, delivery fields and charges aside', () => {
  const values = Array.from({ length: 2000 }, (_, seed) => sanitize(jsonOf(seed)))
  const isPlain = (value: unknown) => !/"(?:sentAt|chargeResponse|10)"/.test(JSON.stringify(value))
  expect(values.filter((value) => isPlain(value) && !isCanonical(value))).toEqual([])
})

test.each<[sentence: string, shell: (inner: unknown) => unknown]>([
  ['objects', (inner) => ({ a: inner })],
  ['lists', (inner) => [inner]],
  ['lists after other items', (inner) => [1, 'text', inner]],
  ['objects under a key that is left out', (inner) => ({ metadata: inner })],
])('32 levels of %s are allowed, the outermost being the first, and 33 are not', (_, shell) => {
  const nested = (levels: number, inner: unknown) => {
    let value = inner
    for (let level = 0; level < levels; level++) value = shell(value)
    return value
  }
  const tooDeep = { name: 'InvalidEventPayload', message: 'body: expected at most 32 levels of nesting, received more' }
  expect(() => isCanonical(nested(32, 'a'))).not.toThrow()
  expect(() => isCanonical(nested(31, {}))).not.toThrow()
  expect(() => isCanonical(nested(33, 'a'))).toThrow(expect.objectContaining(tooDeep))
  expect(() => isCanonical(nested(32, []))).toThrow(expect.objectContaining(tooDeep))
  expect(() => isCanonical(nested(100_000, 'a'))).toThrow(expect.objectContaining(tooDeep))
})

test('depth is told even where the order of keys settled the form before', () => {
  let deep: unknown = 1
  for (let level = 0; level < 32; level++) deep = [deep]
  expect(() => isCanonical({ b: 1, a: 2, pin: deep })).toThrow(expect.objectContaining({ name: 'InvalidEventPayload' }))
  expect(() => isCanonical([{ b: 1, a: 2 }, deep])).toThrow(expect.objectContaining({ name: 'InvalidEventPayload' }))
})

test.each<[key: string, expected: boolean]>([
  ['sentAt', true],
  ['sent_at', true],
  ['SentAt', true],
  ['deliveredAt', true],
  ['attempt', true],
  ['retryCount', true],
  ['retry_count', true],
  ['attempts', false],
  ['timestamp', false],
  ['sent', false],
  ['', false],
])('isDeliveryField(%p) is %p', (key, expected) => expect(isDeliveryField(key)).toBe(expected))

/** A value made of the seed alone: some have keys that sort, others keys that do not or that are left out. */
function jsonOf(seed: number): unknown {
  const names = ['a', 'b', 'c', 'd', 'Z', '10', '9', 'pin', 'sentAt', 'chargeResponse', 'constructor']
  const known = seed % 2 === 0 ? 4 : names.length
  let state = seed
  const upTo = (range: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * range)
  }
  const make = (depth: number): unknown => {
    const kind = upTo(depth === 0 ? 2 : 5)
    if (depth > 4 || kind > 2) return [0, 'text', null, false][upTo(4)]
    const size = upTo(4)
    if (kind === 0) return Array.from({ length: size }, () => make(depth + 1))
    const chosen = Array.from({ length: size }, () => names[upTo(known)] ?? 'a')
    return Object.fromEntries((seed % 3 === 0 ? chosen : chosen.sort()).map((name) => [name, make(depth + 1)]))
  }
  return make(0)
}
