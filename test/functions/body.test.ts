import type { Outcome, Request } from '../outcome'
import { bothWays, callsOf } from './property-run'

const run = bothWays()
const event = { event: 'Check-In', userId: 'U-1' }
const json = JSON.stringify(event)
const form = { 'content-type': 'application/x-www-form-urlencoded' }

const refusedBody = (expected: string, received: string): Partial<Outcome> => ({
  status: 'rejected',
  error: { name: 'InvalidEventPayload', message: `body: expected ${expected}, received ${received}` },
  calls: [],
})

describe('a body is read', () => {
  test.each<[sentence: string, request: Request]>([
    ['as JSON', { body: json }],
    ['as JSON with blanks around it', { body: ` \n${json}\t` }],
    ['as JSON text of JSON text', { body: JSON.stringify(json) }],
    ['after a byte order mark', { body: `\ufeff${json}` }],
    ['as JSON under the content type of forms', { body: json, headers: form }],
    ['as a list under the content type of forms', { body: `[${json}]`, headers: form }],
    ['as a form', { body: 'event=Check-In&userId=U-1', headers: form }],
    [
      'as a form with a charset in its content type',
      { body: 'event=Check-In&userId=U-1', headers: { 'content-type': `${form['content-type']}; charset=utf-8` } },
    ],
    ['as a form under the content type of JSON', { body: 'event=Check-In&userId=U-1' }],
    ['as a form whose one field is JSON', { body: `payload=${encodeURIComponent(json)}`, headers: form }],
    ['as a form whose one field of any name is JSON', { body: `anything=${encodeURIComponent(json)}`, headers: form }],
    ['as a form whose one field is a list', { body: `x=${encodeURIComponent(`[${json}]`)}`, headers: form }],
    [
      'as a form with JSON text in a field',
      { body: `event=Check-In&account=${encodeURIComponent('{"id":"U-1"}')}`, headers: form },
    ],
  ])('%s', async (_, request) => {
    const outcome = await run({ settings: { identify: 'never' }, ...request })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    expect(callsOf(outcome)).toEqual([expect.objectContaining({ event: 'Check-In', userId: 'U-1' })])
  })
})

describe('a body is refused', () => {
  const neither = refusedBody('JSON or form fields', 'text that is neither')
  const noObject = (received: string) => refusedBody('a JSON object or array', received)
  test.each<[reason: string, body: string, expected: Partial<Outcome>, around?: Pick<Request, 'headers'>]>([
    ['nothing', '', neither],
    ['a blank', ' ', neither],
    ['JSON that is cut off', '{', neither],
    ['JSON that is cut off, with a = in it', '{"event":"a=b"', neither],
    ['XML with a = in it', '<event a="1"/>', neither],
    ['words', 'not JSON', neither],
    ['blanks around the =', 'a = b', neither],
    ['a word', 'undefined', neither],
    ['two JSON texts', `${json}\n${json}`, neither],
    ['nothing under the content type of forms', '', neither, { headers: form }],
    ['JSON of a number', '7', noObject('a number')],
    ['JSON of a boolean', 'true', noObject('a boolean')],
    ['JSON of a text', '"dana@example.com"', noObject('a string')],
    ['JSON text of a list that is cut off', JSON.stringify('[1'), noObject('a string')],
    ['a list of no events', '[]', refusedBody('at least one event', 'an empty array')],
    ['JSON text of a list of no events', '"[]"', refusedBody('at least one event', 'an empty array')],
    [
      'a form whose one field is a list of no events',
      'payload=%5B%5D',
      refusedBody('at least one event', 'an empty array'),
      { headers: form },
    ],
  ])('%s: %j', async (_, body, expected, ...[around]) => {
    expect(await run({ ...around, body, settings: { keepBodies: 'all' } })).toEqual({
      ...expected,
      warnings: [],
      errors: [],
    })
  })
})

describe('JSON text counts as the levels it says', () => {
  const nested = (levels: number): unknown => (levels === 1 ? {} : { a: nested(levels - 1) })
  const text = (levels: number) => JSON.stringify(nested(levels))
  const bodyWith = (note: unknown) => run({ body: JSON.stringify({ ...event, note }) })
  const tooDeep = refusedBody('at most 32 levels of nesting', 'more')

  test('in a member: 31 levels are read, 32 are too many, and what is deeper in itself is text', async () => {
    expect(await bodyWith(text(31))).toMatchObject({ status: 'ok' })
    expect(await bodyWith(text(32))).toMatchObject(tooDeep)
    expect(await bodyWith(text(33))).toMatchObject({ status: 'ok' })
  })

  test('in JSON text of JSON text', async () => {
    expect(await bodyWith(JSON.stringify({ b: text(30) }))).toMatchObject({ status: 'ok' })
    expect(await bodyWith(JSON.stringify({ b: text(31) }))).toMatchObject(tooDeep)
  })

  test('as the whole body', async () => {
    const whole = (levels: number) => JSON.stringify(JSON.stringify({ ...event, note: nested(levels - 1) }))
    expect(await run({ body: whole(32) })).toMatchObject({ status: 'ok' })
    expect(await run({ body: whole(33) })).toMatchObject(noJsonObject)
  })
  const noJsonObject = refusedBody('a JSON object or array', 'a string')
})
