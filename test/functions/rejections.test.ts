import { good, identityMessage, nobody, shapeMessage, typeMessage, unknown, untyped } from './rejected-events'
import { grammar, refused, sender, trackCall } from './run'

const send = sender()

describe('a request without a good event', () => {
  test.each([
    ['unknown type', unknown, 'EventNotSupported', typeMessage(0)],
    ['unknown type in a list', [unknown], 'EventNotSupported', typeMessage(0)],
    ['unknown type and nobody', { type: 'FOO_BAR' }, 'EventNotSupported', typeMessage(0)],
    ['nobody', nobody, 'InvalidEventPayload', identityMessage(0)],
    ['text for an event', ['x'], 'InvalidEventPayload', shapeMessage(0, 'a string')],
    ['a number for an event', [5], 'InvalidEventPayload', shapeMessage(0, 'a number')],
    ['null for an event', [null], 'InvalidEventPayload', shapeMessage(0, 'null')],
    ['nobody, in a list in a list', [[nobody]], 'InvalidEventPayload', identityMessage(0)],
    ['true for an event', [true], 'InvalidEventPayload', shapeMessage(0, 'a boolean')],
    ['an empty object for an event', [{}], 'InvalidEventPayload', shapeMessage(0, 'an object')],
  ])('is refused: %s', async (_, body, name, message) => {
    expect(await send(body)).toEqual({ ...refused(name, message), warnings: [], errors: [] })
  })

  test('is refused without a type, in the grammar of every message', async () => {
    const { error } = await send(untyped)
    expect(error?.name).toBe('EventNotSupported')
    expect(error?.message).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received none/)
    expect(error?.message).toMatch(grammar)
  })

  test.each([
    ['types alone', [unknown, untyped, { type: 'X' }], 'EventNotSupported'],
    ['a type and nobody', [unknown, nobody], 'InvalidEventPayload'],
    ['nobody and a type', [nobody, unknown], 'InvalidEventPayload'],
    ['a type and no object', [unknown, 7], 'InvalidEventPayload'],
    ['nobody and no object', [nobody, null], 'InvalidEventPayload'],
    ['types alone, in an envelope', { batch: [unknown, untyped] }, 'EventNotSupported'],
  ])('is refused by what is wrong with them: %s', async (_, body, name) => {
    const outcome = await send(body)
    expect(outcome).toMatchObject({ error: { name }, calls: [], warnings: [] })
    expect(outcome.status).toBe(name === 'EventNotSupported' ? 'unsupported' : 'rejected')
    const items = Array.isArray(body) ? body : body.batch
    expect(outcome.errors).toHaveLength(items.length)
    for (const line of outcome.errors) expect(line).toMatch(grammar)
  })
})

describe('several events, some rejected', () => {
  test('give the calls of the good ones, and one line for each of the others', async () => {
    const outcome = await send([unknown, good, nobody, 'x', { ...good, userId: 'U-2' }, untyped])
    expect(outcome).toEqual({
      status: 'ok',
      error: null,
      calls: [trackCall('Check-In', { userId: 'U-1' }), trackCall('Check-In', { userId: 'U-2' })],
      warnings: [],
      errors: [
        typeMessage(0),
        identityMessage(2),
        shapeMessage(3, 'a string'),
        expect.stringMatching(/^event\[5\]\.type: expected a Paytronix event type, received none/),
      ],
    })
  })

  test('are counted from 0 in an envelope too', async () => {
    const { errors } = await send({ notifications: [good, unknown, good] })
    expect(errors).toEqual([typeMessage(1)])
  })

  test('of which only unreadable values are wrong are all good', async () => {
    const outcome = await send([
      { ...good, firstName: { given: 'Dana' } },
      { ...good, firstName: [1, 2], n: 1 },
    ])
    expect(outcome).toMatchObject({ status: 'ok', errors: [] })
    expect(outcome.warnings).toEqual([
      'event[0].first_name: expected text, received an object; left out',
      'event[1].first_name: expected text, received an array of 2; left out',
    ])
  })
})
