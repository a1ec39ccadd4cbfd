import { bothWays, callsOf } from './property-run'

const run = bothWays()
describe('the depth of a body', () => {
  const objects = (levels: number): unknown => (levels === 0 ? 1 : { a: objects(levels - 1) })
  const lists = (levels: number): unknown => (levels === 0 ? 1 : [lists(levels - 1)])
  const event = (inner: unknown) => ({ eventType: 'Check-In', userId: 'u-1', inner })
  const bodies: [string, (levels: number) => unknown][] = [
    ['objects', (levels) => event(objects(levels - 1))],
    ['arrays', (levels) => event(lists(levels - 1))],
    ['objects in a list of events', (levels) => [event(objects(levels - 2))]],
    ['arrays in an envelope', (levels) => ({ events: [event(lists(levels - 3))] })],
    ['empty objects', (levels) => event(JSON.parse(JSON.stringify(objects(levels - 1)).replace('1', '"x"')))],
    ['a key that is never emitted', (levels) => ({ ...event(1), pin: objects(levels - 1) })],
    ['the envelope', (levels) => ({ events: [event(1)], inner: objects(levels - 1) })],
  ]

  test.each(bodies)('may be 32 levels of %s', async (_, body) => {
    expect(await run({ body: JSON.stringify(body(32)) })).toMatchObject({ status: 'ok', warnings: [], errors: [] })
  })

  test.each(bodies)('must not be 33 levels of %s', async (_, body) => {
    for (const settings of [{}, { keepBodies: 'rejected' }]) {
      expect(await run({ body: JSON.stringify(body(33)), settings })).toEqual({
        status: 'rejected',
        error: { name: 'InvalidEventPayload', message: 'body: expected at most 32 levels of nesting, received more' },
        calls: [],
        warnings: [],
        errors: [],
      })
    }
  })

  test('must not be 3,000 levels', async () => {
    const outcome = await run({ body: JSON.stringify(event(lists(3000))) })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' } })
  })

  test('is counted in a form’s JSON, too', async () => {
    const form = (levels: number) => ({
      body: `payload=${encodeURIComponent(JSON.stringify(event(objects(levels - 1))))}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await run(form(32))).toMatchObject({ status: 'ok' })
    // What is deeper in itself is text, and so a form with one field of no known name.
    expect(await run(form(33))).toMatchObject({ status: 'unsupported', error: { name: 'EventNotSupported' } })
  })
})

describe('the number of events', () => {
  const shapes: [string, (events: unknown[]) => unknown][] = [
    ['an array', (events) => events],
    ...['events', 'batch', 'notifications', 'data', 'Events'].map((key): [string, (events: unknown[]) => unknown] => [
      `an array under ${key}`,
      (events) => ({ [key]: events }),
    ]),
  ]
  const many = (count: number, event: unknown = { type: 'Check-In', userId: 'u-1' }) =>
    Array.from({ length: count }, () => event)

  test.each(shapes)('may be 1,000 in %s', async (_, body) => {
    const outcome = await run({ body: JSON.stringify(body(many(1000))) })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    expect(callsOf(outcome)).toHaveLength(1000)
  })

  test.each(shapes)('must not be 1,001 in %s', async (_, body) => {
    for (const settings of [{}, { keepBodies: 'rejected' }]) {
      expect(await run({ body: JSON.stringify(body(many(1001))), settings })).toEqual({
        status: 'rejected',
        error: { name: 'InvalidEventPayload', message: 'body: expected at most 1,000 events, received more' },
        calls: [],
        warnings: [],
        errors: [],
      })
    }
  })

  test('must not be none', async () => {
    const message = 'body: expected at least one event, received an empty array'
    const outcome = await run({ body: '[]' })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload', message }, calls: [] })
  })

  test.each(shapes.slice(1))('is one, of no type, where %s is empty', async (_, body) => {
    const outcome = await run({ body: JSON.stringify(body([])) })
    expect(outcome).toMatchObject({ status: 'unsupported', error: { name: 'EventNotSupported' }, calls: [] })
  })

  test('counts what is no event', async () => {
    const outcome = await run({ body: JSON.stringify(many(1001, null)) })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' }, errors: [] })
  })
})

test('a name may be spelt in ten thousand ways, and the alphabetically first is read', async () => {
  // The digits of a number tell how many underscores stand after each letter.
  const spelt = (digits: string) => ['u', 's', 'e', 'r'].map((letter, at) => letter + '_'.repeat(Number(digits[at])))
  const spellings = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0'))
  const names = spellings.map((digits) => [`${spelt(digits).join('')}id`, digits])
  const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', ...Object.fromEntries(names) }) })
  expect(outcome.error).toBeNull()
  expect(callsOf(outcome)).toEqual([expect.objectContaining({ userId: '9999' })])
})
