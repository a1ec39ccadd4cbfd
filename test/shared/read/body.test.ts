import { readBatch } from '../../../shared/read/body'
import { installSegmentGlobals } from '../../segment-globals'

installSegmentGlobals()

const form = 'application/x-www-form-urlencoded'
const url = new URL('https://functions.localhost/')

/** A request of this text, as Segment's runtime reads it: a form's text is no JSON. */
function requestOf(text: string, contentType = 'application/json') {
  return {
    headers: new Headers({ 'content-type': contentType }),
    url,
    json: (): unknown => JSON.parse(text),
    text: () => text,
  }
}

/** A request whose body Segment handed over as a value. */
function parsedRequest(value: unknown, contentType = 'application/json') {
  return { ...requestOf('', contentType), json: () => value, text: () => JSON.stringify(value) }
}

const event = { event: 'Check-In', accountId: 5 }
const json = JSON.stringify(event)
const encoded = encodeURIComponent(json)
const single = { items: [event], envelope: undefined, isCanonical: false }

test('one event is an object', () => expect(readBatch(requestOf(json))).toEqual(single))

test('the items are the sent ones, not copies, and the body stays as it was', () => {
  const body = Object.freeze({ events: Object.freeze([Object.freeze({ ...event })]), merchantId: 9 })
  const { items, envelope } = readBatch(parsedRequest(body))
  expect(items).toBe(body.events)
  expect(envelope).toEqual({ merchantId: 9 })
  expect(body).toEqual({ events: [event], merchantId: 9 })
})

test.each<[sentence: string, body: unknown, items: unknown, envelope: unknown]>([
  ['an array', [{ a: 1 }, { a: 2 }], [{ a: 1 }, { a: 2 }], undefined],
  ['an array of one', [{ a: 1 }], [{ a: 1 }], undefined],
  ['an array of what are no objects', [1, null, 'a', []], [1, null, 'a', []], undefined],
  ['events', { events: [{ a: 1 }], b: 2 }, [{ a: 1 }], { b: 2 }],
  ['batch', { batch: [{ a: 1 }], b: 2 }, [{ a: 1 }], { b: 2 }],
  ['notifications', { notifications: [{ a: 1 }], b: 2 }, [{ a: 1 }], { b: 2 }],
  ['data', { data: [{ a: 1 }], b: 2 }, [{ a: 1 }], { b: 2 }],
  ['Events, in another spelling', { Events: [{ a: 1 }] }, [{ a: 1 }], {}],
  ['BATCH, in another spelling', { BATCH: [{ a: 1 }] }, [{ a: 1 }], {}],
  [
    'the first of several lists',
    { data: [4], notifications: [3], batch: [2], events: [1] },
    [1],
    { data: [4], notifications: [3], batch: [2] },
  ],
  [
    'the first that is a list',
    { events: { a: 1 }, batch: 'x', notifications: null, data: [{ b: 1 }] },
    [{ b: 1 }],
    { events: { a: 1 }, batch: 'x', notifications: null },
  ],
  ['the alphabetically first spelling', { events: [2], Events: [1] }, [1], { events: [2] }],
  ['an object with an object under data', { data: { a: 1 } }, [{ data: { a: 1 } }], undefined],
  ['an object with text under events', { events: '[1]' }, [{ events: '[1]' }], undefined],
  ['an object with a list under another name', { items: [1], payload: [2] }, [{ items: [1], payload: [2] }], undefined],
  ['an empty object', {}, [{}], undefined],
])('several or one: %s', (_, body, items, envelope) => {
  const batch = readBatch(parsedRequest(body))
  expect(batch.items).toEqual(items)
  expect(batch.envelope).toEqual(envelope)
})

test.each<[sentence: string, body: unknown, isCanonical: boolean]>([
  ['sorted keys', { a: 1, b: [{ c: 1, d: 2 }] }, true],
  ['unsorted keys', { b: 1, a: 2 }, false],
  ['unsorted keys in an item', { data: [{ a: 1 }, { b: 1, a: 2 }] }, false],
  ['unsorted keys of the envelope', { events: [{ a: 1 }], a: 1 }, false],
  ['a list of sorted ones', [{ a: 1 }, { b: 1 }], true],
  ['a secret', { pin: 1 }, false],
])('whether it is canonical already: %s', (_, body, isCanonical) => {
  expect(readBatch(parsedRequest(body)).isCanonical).toBe(isCanonical)
})

test.each<[sentence: string, text: string, contentType: string]>([
  ['JSON in the field payload', `payload=${encoded}`, form],
  ['JSON in the field body', `body=${encoded}`, form],
  ['JSON in the field payload, before body', `body=%7B%22a%22%3A1%7D&payload=${encoded}`, form],
  ['a blank payload gives way to body', `payload=+&body=${encoded}`, form],
  ['JSON in a field of another spelling', `Payload=${encoded}`, form],
  ['a charset in the content type', `payload=${encoded}`, `${form}; charset=utf-8`],
  ['a content type in capitals', `payload=${encoded}`, form.toUpperCase()],
  ['other fields beside it', `signature=x&payload=${encoded}&b=2`, form],
  ['blanks around it', `payload=%20${encoded}%0A`, form],
  ['another content type', `payload=${encoded}`, 'application/json'],
  ['no content type', `payload=${encoded}`, ''],
  ['JSON that the sender did not encode', `payload=${json}`, form],
  ['JSON with blanks that the sender did not encode', `payload={"event": "Check-In", "accountId": 5}`, form],
])('a form with %s is the event', (_, text, contentType) => {
  expect(readBatch(requestOf(text, contentType))).toEqual(single)
})

test.each<[sentence: string, text: string, fields: object]>([
  ['fields', 'event=Check-In&accountId=5', { event: 'Check-In', accountId: '5' }],
  [
    'encoded fields',
    'eventName=Add%2FRedeem&first_name=Dana+W&city=S%C3%A3o',
    { eventName: 'Add/Redeem', first_name: 'Dana W', city: 'São' },
  ],
  ['one field', 'event=Check-In', { event: 'Check-In' }],
  ['a field without a value', 'event=Check-In&note=&flag', { event: 'Check-In', note: '', flag: '' }],
  ['a blank payload and fields', 'payload=&event=Check-In', { payload: '', event: 'Check-In' }],
  ['a field with equal signs', 'event=Check-In&code=a=b==', { event: 'Check-In', code: 'a=b==' }],
  ['a repeated field', 'event=Check-In&accountIds=5&accountIds=6', { event: 'Check-In', accountIds: ['5', '6'] }],
  ['ignored keys', 'event=Check-In&__proto__=x&constructor=y&prototype=z', { event: 'Check-In' }],
  [
    'a value that the sender did not encode',
    'event=Check-In&first_name=Dana W',
    { event: 'Check-In', first_name: 'Dana W' },
  ],
  ['a value with quotes and angles', 'event=Check-In&note="<5"', { event: 'Check-In', note: '"<5"' }],
])('a form without JSON is the event: %s', (_, text, fields) => {
  const batch = readBatch(requestOf(text, form))
  expect(JSON.stringify(batch.items)).toBe(JSON.stringify([fields]))
  expect(batch.envelope).toBe(undefined)
})

test.each<[sentence: string, value: unknown, items: unknown]>([
  ['JSON in payload', { payload: json, x: '1' }, [event]],
  ['JSON in body', { body: json }, [event]],
  ['JSON of several events', { payload: `[${json},${json}]` }, [event, event]],
  ['JSON of an envelope', { payload: `{"events":[${json}]}` }, [event]],
  ['JSON in a list of one', { payload: [json] }, [event]],
  ['fields', { event: 'Check-In' }, [{ event: 'Check-In' }]],
  ['a wrapper that is parsed', { payload: event }, [{ payload: event }]],
  ['a blank payload', { payload: ' ', event: 'Check-In' }, [{ payload: ' ', event: 'Check-In' }]],
])('a form that Segment has parsed holds the same: %s', (_, value, items) => {
  expect(readBatch(parsedRequest(value, form)).items).toEqual(items)
})

test('JSON text in a member of a JSON body stays text', () => {
  expect(readBatch(parsedRequest({ payload: json })).items).toEqual([{ payload: json }])
})

test('a form may hold an envelope', () => {
  const text = `payload=${encodeURIComponent('{"merchantId":9,"events":[{"a":1}]}')}`
  expect(readBatch(requestOf(text, form))).toEqual({
    items: [{ a: 1 }],
    envelope: { merchantId: 9 },
    isCanonical: false,
  })
})

test.each<[text: string, contentType: string, message: string]>([
  ['', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  [' ', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['{', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['{"event":"a=b"', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['<event a="1"/>', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['not JSON', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['undefined', 'application/json', 'body: expected JSON or form fields, received text that is neither'],
  ['', form, 'body: expected JSON or form fields, received text that is neither'],
  ['null', 'application/json', 'body: expected a JSON object or array, received null'],
  ['7', 'application/json', 'body: expected a JSON object or array, received a number'],
  ['1e999', 'application/json', 'body: expected a JSON object or array, received a number'],
  ['true', 'application/json', 'body: expected a JSON object or array, received a boolean'],
  ['"dana@example.com"', 'application/json', 'body: expected a JSON object or array, received a string'],
  ['[]', 'application/json', 'body: expected at least one event, received an empty array'],
  ['{"events":[]}', 'application/json', 'body: expected at least one event, received an empty array'],
  ['{"notifications":[],"b":1}', 'application/json', 'body: expected at least one event, received an empty array'],
  ['payload=null', form, 'body: expected a JSON object or array, received null'],
  ['payload=7', form, 'body: expected a JSON object or array, received a number'],
  ['payload=%22dana%22', form, 'body: expected a JSON object or array, received a string'],
  ['payload=%5B%5D', form, 'body: expected at least one event, received an empty array'],
  ['payload=dana', form, 'body: expected JSON in the form field payload or body, received other text'],
  ['payload=%7B%22dana', form, 'body: expected JSON in the form field payload or body, received other text'],
])('%p as %s is refused', (text, contentType, message) => {
  const refusal = { name: 'InvalidEventPayload', message }
  expect(() => readBatch(requestOf(text, contentType))).toThrow(expect.objectContaining(refusal))
})

test.each<[sentence: string, body: (count: number) => unknown]>([
  ['an array', (count) => Array.from({ length: count }, () => ({}))],
  ['an envelope', (count) => ({ events: Array.from({ length: count }, () => ({})) })],
])('1,000 events in %s are read, 1,001 are refused', (_, body) => {
  const refusal = { name: 'InvalidEventPayload', message: 'body: expected at most 1,000 events, received 1001' }
  expect(readBatch(parsedRequest(body(1000))).items).toHaveLength(1000)
  expect(() => readBatch(parsedRequest(body(1001)))).toThrow(expect.objectContaining(refusal))
})

/** The body itself is level 1. */
function nested(levels: number, brackets: '[]' | '{}' = '[]'): string {
  const open = brackets === '[]' ? '[' : '{"a":'
  return `${open.repeat(levels)}1${brackets.charAt(1).repeat(levels)}`
}

test.each<[sentence: string, text: (levels: number) => string, contentType: string]>([
  ['of arrays', (levels) => nested(levels), 'application/json'],
  ['of objects', (levels) => nested(levels, '{}'), 'application/json'],
  ['within an envelope', (levels) => `{"events":${nested(levels - 1)}}`, 'application/json'],
  ['beside the list of an envelope', (levels) => `{"events":[{}],"x":${nested(levels - 1)}}`, 'application/json'],
  ['of JSON in a form', (levels) => `payload=${encodeURIComponent(nested(levels, '{}'))}`, form],
])('32 levels %s are read, 33 and 100,000 are refused', (_, text, contentType) => {
  const refusal = { name: 'InvalidEventPayload', message: 'body: expected at most 32 levels of nesting, received more' }
  expect(() => readBatch(requestOf(text(32), contentType))).not.toThrow()
  expect(() => readBatch(requestOf(text(33), contentType))).toThrow(expect.objectContaining(refusal))
  expect(() => readBatch(requestOf(text(100_000), contentType))).toThrow(expect.objectContaining(refusal))
})

test('100,000 levels in a form field that Segment has parsed are refused', () => {
  const value: unknown = { payload: JSON.parse(nested(100_000)) }
  const request = { ...parsedRequest(value, form), text: () => '' }
  const refusal = { name: 'InvalidEventPayload', message: 'body: expected at most 32 levels of nesting, received more' }
  expect(() => readBatch(request)).toThrow(expect.objectContaining(refusal))
})
