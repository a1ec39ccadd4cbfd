import { version } from '../../package.json'
import type { Outcome } from '../outcome'
import type { Members } from './property-run'
import { good, identityMessage, nobody, shapeMessage, typeMessage, unknown } from './rejected-events'
import { library, reordered, sender, trackCall, tracksOf, wholeCalls } from './run'

const send = sender()

const sendKeeping = (keepBodies: string, body: unknown): Promise<Outcome> => send(body, { settings: { keepBodies } })

/** The call that keeps an event's body; with a reason, that of a rejected one. */
const keptCall = (properties: Members & { readonly body: string }) =>
  trackCall('reason' in properties ? 'Paytronix Event Rejected' : 'Paytronix Event Received', {
    anonymousId: 'paytronix-kept',
    properties,
  })

describe('a rejected event that is kept', () => {
  test.each<[sentence: string, body: unknown, properties: Members & { readonly body: string }]>([
    [
      'of an unknown type',
      unknown,
      { reason: typeMessage(0), event_type: 'FOO_BAR', event_index: 0, body: '{"type":"FOO_BAR","userId":"U-1"}' },
    ],
    [
      'about nobody, with sorted keys',
      { z: 1, ...nobody, a: { c: 1, b: 2 } },
      {
        reason: identityMessage(0),
        event_type: 'Check-In',
        event_index: 0,
        body: '{"a":{"b":2,"c":1},"type":"Check-In","z":1}',
      },
    ],
    [
      'alone in a list',
      [unknown],
      { reason: typeMessage(0), event_type: 'FOO_BAR', event_index: 0, body: '{"type":"FOO_BAR","userId":"U-1"}' },
    ],
    ['that is text', ['x "y"'], { reason: shapeMessage(0, 'a string'), event_index: 0, body: '"x \\"y\\""' }],
    ['that is a number', [5], { reason: shapeMessage(0, 'a number'), event_index: 0, body: '5' }],
    ['that is null', [null], { reason: shapeMessage(0, 'null'), event_index: 0, body: 'null' }],
  ])('is one whole call, and nothing is thrown: %s', async (_, body, properties) => {
    const expected = { status: 'ok', error: null, calls: [keptCall(properties)], warnings: [], errors: [] }
    expect(await sendKeeping('rejected', body)).toEqual(expected)
    expect(await sendKeeping('all', body)).toEqual(expected)
  })

  test('is thrown unless the setting says otherwise', async () => {
    expect(await sendKeeping('none', unknown)).toMatchObject({ status: 'unsupported', calls: [] })
  })

  test('stands in its place among the good ones, and has its line all the same', async () => {
    const outcome = await sendKeeping('rejected', [good, unknown, { ...good, userId: 'U-2' }, 'x'])
    expect(outcome.calls).toEqual([
      trackCall('Check-In', { userId: 'U-1' }),
      keptCall({ reason: typeMessage(1), event_type: 'FOO_BAR', event_index: 1, body: JSON.stringify(unknown) }),
      trackCall('Check-In', { userId: 'U-2' }),
      keptCall({ reason: shapeMessage(3, 'a string'), event_index: 3, body: '"x"' }),
    ])
    expect(outcome.errors).toEqual([typeMessage(1), shapeMessage(3, 'a string')])
  })

  test('can be sent again as it was', async () => {
    const event = {
      type: 'FOO',
      userId: 'U-1',
      unheardOf: [1, null, { deep: '\u0000\ud83d\ude00"' }],
      n: 1.5,
      b: false,
      e: '',
      o: {},
    }
    const [call] = tracksOf(await sendKeeping('rejected', event))
    expect(JSON.parse(String(call?.properties?.body))).toEqual(event)
  })

  test('reads the same whatever the order of its keys', async () => {
    const event = { b: { z: 1, a: 2 }, a: [{ d: 1, c: 2 }], type: 'FOO' }
    const turned = reordered(event, (one, other) => (one < other ? 1 : -1))
    expect(await sendKeeping('rejected', turned)).toEqual(await sendKeeping('rejected', event))
  })

  test('is not kept when the whole request is unusable', async () => {
    const outcome = await sendKeeping('all', [])
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' }, calls: [] })
  })

  test('makes no failure of a batch whose every event is one', async () => {
    const outcome = await sendKeeping('rejected', [unknown, nobody, 5])
    expect(outcome).toMatchObject({ status: 'ok', error: null })
    expect(tracksOf(outcome).map(({ event }) => event)).toEqual(
      Array.from({ length: 3 }, () => 'Paytronix Event Rejected'),
    )
  })
})

describe('an accepted event', () => {
  test('is kept beside its calls with all', async () => {
    const outcome = await sendKeeping('all', good)
    const kept = keptCall({ event_type: 'Check-In', event_index: 0, body: '{"type":"Check-In","userId":"U-1"}' })
    expect(outcome.calls).toEqual([trackCall('Check-In', { userId: 'U-1' }), kept])
  })

  test.each(['none', 'rejected'])('is not kept with %s', async (keepBodies) => {
    expect(await sendKeeping(keepBodies, good)).toEqual(await send(good))
  })
})

describe('what stands around', () => {
  const bodyOf = async (body: unknown): Promise<unknown> => {
    const [call] = tracksOf(await sendKeeping('rejected', body))
    return JSON.parse(String(call?.properties?.body))
  }

  test('a single event is kept with it', async () => {
    const body = { source: 'relay', note: 'x', data: { type: 'FOO', accountId: 5 } }
    expect(await bodyOf(body)).toEqual(body)
  })

  test('a list is kept as far as it counts for the event', async () => {
    const around = { timestamp: '2025-07-18T19:04:32Z', merchantId: 7, store: { code: '0042' }, channel: 'POS' }
    const body = { ...around, type: 'FOO', accountId: 9, note: 'x', events: [nobody, good] }
    expect(await bodyOf(body)).toEqual({ ...around, type: 'FOO', data: nobody })
  })

  test('a list is kept in whole when none of its events names anybody, as it belongs to each', async () => {
    const body = { note: 'x', firstName: 'Dana', events: [nobody] }
    expect(await bodyOf(body)).toEqual({ note: 'x', firstName: 'Dana', data: nobody })
  })
})

describe('of a kept event', () => {
  test.each([
    ['signs of two code units', `${'x'.repeat(90)}${'😀'.repeat(10)}`],
    ['letters of two code units only', '𝒟'.repeat(100)],
  ])('the type is untorn: %s', async (_, type) => {
    const [call] = wholeCalls(await sendKeeping('rejected', { type }))
    expect(call?.properties?.event_type).toBe(type)
  })

  test.each([
    ['one long text', { text: 'x'.repeat(60_000) }],
    ['text of many bytes', { text: '😀'.repeat(20_000) }],
    ['text that grows as JSON', { text: '\u0001'.repeat(20_000) }],
    ['text full of quotes', { text: '"\\'.repeat(20_000) }],
    ['many keys', Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`key${index}`, index]))],
  ])('the body is cut until the call fits, not within a character: %s', async (_, members) => {
    const event = { type: 'FOO', ...members }
    const [call, ...more] = wholeCalls(await sendKeeping('rejected', event))
    expect(more).toEqual([])
    const { type: _type, ...message } = { ...call, context: { library: { ...library, version } } }
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(32_000)
    const body = String(call?.properties?.body)
    const whole = JSON.stringify(reordered(event, (one, other) => (one < other ? -1 : 1)))
    expect(whole.startsWith(body)).toBe(true)
    expect(body).toBe(Buffer.from(body).toString())
    expect(Buffer.byteLength(JSON.stringify(body))).toBeGreaterThan(25_000)
    expect(call?.properties).toMatchObject({ event_type: 'FOO', event_index: 0, reason: typeMessage(0, 'FOO') })
  })
})
