import { builtWith, type Members } from './property-run'
import { grammar, sender, trackCall, tracksOf } from './run'

const send = sender()
const guest = { userId: 'U-1' }

/** Names of the specification's table, each with what else it accepts. */
const documented: [name: string, ...aliases: string[]][] = [
  ['POS Activity'],
  ['Identify Customer', 'Identify Guest'],
  ['Web Registration'],
  ['Referral', 'Refer A Friend'],
  ['Check-In'],
  ['Recharge Value', 'Recharge'],
  ['Survey Completion', 'Survey Completed'],
  ['Loyalty Registration'],
  ['Add/Redeem', 'Accrual/Redemption'],
  ['Session Concluded'],
]
const pairs = documented.flatMap(([name, ...aliases]) => [name, ...aliases].map((type) => [type, name] as const))

/** The name under which an event is tracked. */
async function nameOf(event: Members, settings: Members = {}, query = '') {
  const outcome = await send({ ...guest, ...event }, { settings, query })
  expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
  const [track, ...more] = tracksOf(outcome)
  expect(more).toEqual([])
  return track?.event
}

/** What a type is rejected with. */
async function rejectionOf(event: Members, settings: Members = {}, query = '') {
  const { status, error, calls, errors } = await send({ ...guest, ...event }, { settings, query })
  expect({ status, calls, errors }).toEqual({ status: 'unsupported', calls: [], errors: [] })
  expect(error?.name).toBe('EventNotSupported')
  expect(error?.message).toMatch(grammar)
  return error?.message
}

describe('a documented type', () => {
  test.each(pairs)('%s is tracked as %s, without case, spaces or punctuation', async (type, name) => {
    const words = type.split(/[^A-Za-z]+/)
    const spelt = [
      type,
      type.toUpperCase(),
      type.toLowerCase(),
      `  ${type}\t`,
      words.join(''),
      words.join('_'),
      words.join('-').toLowerCase(),
      words.join('.'),
      words.join('/'),
      `"${words.join(' / ')}"!`,
      words.join('\u00a0'),
      words.join('—'),
    ]
    const outcome = await send(spelt.map((one) => ({ ...guest, type: one })))
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(spelt.map(() => name))
  })

  test('gives one whole call when the event has nothing else to tell', async () => {
    const outcome = await send({ ...guest, type: 'Check-In' })
    expect(outcome.calls).toEqual([trackCall('Check-In', { userId: 'U-1' })])
  })
})

describe('the type is found', () => {
  const names = ['event', 'eventName', 'eventType', 'transactionType', 'type']
  const spelt = [...names, 'event_name', 'EventName', 'eventname', 'event_type', 'EventType', 'eventtype']
  const spellings = [...spelt, 'transaction_type', 'TransactionType', 'transactiontype', 'Type', 'Event']

  test.each(spellings)('under %s at the top level', async (name) => {
    expect(await nameOf({ [name]: 'Referral' })).toBe('Referral')
  })

  test.each(['data', 'payload', 'message', 'attributes', 'event', 'transaction'])(
    'in %s, under every name',
    async (place) => {
      for (const name of spellings) expect(await nameOf({ [place]: { [name]: 'Referral' } })).toBe('Referral')
    },
  )

  test.each(names.slice(1).map((name, index) => [names[index] ?? '', name] as const))(
    'under %s before %s',
    async (first, second) => {
      expect(await nameOf({ [second]: 'Referral', [first]: 'Check-In' })).toBe('Check-In')
      expect(await nameOf({ data: { [second]: 'Referral', [first]: 'Check-In' } })).toBe('Check-In')
    },
  )

  test('at the top, then in the wrapper, then in transaction, whatever the names', async () => {
    expect(await nameOf({ type: 'Check-In', data: { event: 'Referral' } })).toBe('Check-In')
    expect(await nameOf({ type: 'Check-In', transaction: { event: 'Referral' } })).toBe('Check-In')
    expect(await nameOf({ transaction: { event: 'Referral' }, payload: { type: 'Check-In' } })).toBe('Check-In')
  })

  test.each(['event', 'Event', 'type'])('of %s also in a list of one', async (name) => {
    expect(await nameOf({ [name]: ['Referral'] })).toBe('Referral')
  })

  test.each<[unknown]>([[null], [''], ['  '], [5], [true], [{ type: 1 }], [['a', 'b']], [[]]])(
    'after %j, which is no text',
    async (value) => {
      expect(await nameOf({ eventName: value, type: 'Referral' })).toBe('Referral')
      expect(await nameOf({ eventName: value, transaction: { type: 'Referral' } })).toBe('Referral')
      expect(await nameOf({ eventName: value }, {}, 'event=Referral')).toBe('Referral')
    },
  )

  test('beside a wrapper that is named event', async () => {
    expect(await nameOf({ event: { first_name: 'Dana' }, type: 'Referral' })).toBe('Referral')
    expect(await nameOf({ event: { type: 'Referral' } })).toBe('Referral')
  })

  test.each(['properties', 'traits', 'guest', 'headerInfo', 'account', 'store'])('not in %s', async (place) => {
    expect(await rejectionOf({ [place]: { type: 'Referral', eventType: 'Referral', event: 'Referral' } })).toContain(
      'received none',
    )
  })
})

describe('the URL', () => {
  test.each(['event=Check-In', 'event=check%20in', 'event=CHECK_IN&secret=x', 'x=1&event=Check+In'])(
    'tells the type of a body that names none: ?%s',
    async (query) => expect(await nameOf({}, {}, query)).toBe('Check-In'),
  )

  test('tells nothing of a body that names one', async () => {
    expect(await nameOf({ type: 'Referral' }, {}, 'event=Check-In')).toBe('Referral')
    expect(await rejectionOf({ type: 'FOO_BAR' }, {}, 'event=Check-In')).toContain('"FOO_BAR"')
  })

  test('tells the type of every event in a list that names none', async () => {
    const outcome = await send([guest, { ...guest, type: 'Referral' }, { ...guest, n: 1 }], { query: 'event=Check-In' })
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(['Check-In', 'Referral', 'Check-In'])
  })

  test('comes after the envelope', async () => {
    const outcome = await send(
      { type: 'Referral', events: [guest, { ...guest, type: 'Check-In' }] },
      { query: 'event=Recharge' },
    )
    expect(tracksOf(outcome).map((call) => call.event)).toEqual(['Referral', 'Check-In'])
  })

  test.each(['', 'event=', 'event=%20', 'type=Check-In', 'Event=Check-In', 'eventType=Check-In'])(
    'tells no type in ?%s',
    async (query) => {
      expect(await rejectionOf({}, {}, query)).toContain('received none')
    },
  )

  test('may name an unknown type', async () => {
    expect(await rejectionOf({}, {}, 'event=FOO_BAR')).toContain('received "FOO_BAR"')
    expect(await nameOf({}, { unknownEvents: 'track' }, 'event=FOO+BAR')).toBe('FOO BAR')
  })
})

describe('an unknown type', () => {
  test('is rejected, with the type as JSON and what to do', async () => {
    expect(await rejectionOf({ type: 'FOO_BAR' })).toBe(
      'event[0].type: expected a Paytronix event type, received "FOO_BAR"; add it to eventAliases or set unknownEvents to "track"',
    )
  })

  test('is missing in an event without one', async () => {
    expect(await rejectionOf({})).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received none/)
  })

  test.each([
    ['Check', 'Check'],
    ['Check-In 2', 'Check-In 2'],
    ['CheckIns', 'CheckIns'],
    ['', undefined],
    ['!!!', undefined],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
    ['hasOwnProperty', 'hasOwnProperty'],
    ['Café "X"\n', 'Café "X"'],
    ['ｃｈｅｃｋｉｎ', 'ｃｈｅｃｋｉｎ'],
    ['1', '1'],
  ])('%j is no documented one', async (type, shown) => {
    const received = shown === undefined ? 'none' : JSON.stringify(shown)
    expect(await rejectionOf({ type })).toContain(`received ${received};`)
  })

  test.each([
    ['x'.repeat(98), `"${'x'.repeat(98)}"`],
    ['x'.repeat(99), `"${'x'.repeat(99)}`],
    ['x'.repeat(5000), `"${'x'.repeat(99)}`],
    ['𝒟'.repeat(200), `"${'𝒟'.repeat(99)}`],
    [`${'x'.repeat(98)}😀😀`, `"${'x'.repeat(98)}😀`],
  ])('is shown with at most 100 characters, none of them torn (case %#)', async (type, shown) => {
    expect(await rejectionOf({ type })).toContain(`received ${shown};`)
  })

  test.each([
    ['No Such Event', 'No Such Event'],
    ['  FOO_BAR ', 'FOO_BAR'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['Éclair 🎂', 'Éclair 🎂'],
  ])('%j is tracked as %j when the setting says so, with the shared properties only', async (type, name) => {
    const event = {
      type,
      ...guest,
      store_code: '07',
      session_id: 's',
      amount: 5,
      check_number: '9',
      survey_code: 'x',
      result: 'ok',
    }
    const outcome = await send(event, { settings: { unknownEvents: 'track' } })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    expect(outcome.calls).toEqual([trackCall(name, { userId: 'U-1', properties: { store_code: '07', result: 'ok' } })])
  })

  test('that is long is tracked under its whole name', async () => {
    const type = 'x'.repeat(2000)
    expect(await nameOf({ type }, { unknownEvents: 'track' })).toBe(type)
  })

  test('identifies the guest, though not as a profile event', async () => {
    const event = { type: 'FOO', ...guest, firstName: 'Dana' }
    const types = async (identify: string) => {
      const { calls } = await send(event, { settings: { unknownEvents: 'track', identify } })
      return (calls as { type: string }[]).map(({ type }) => type) // whole calls are looked at elsewhere
    }
    expect([await types('always'), await types('profile')]).toEqual([['identify', 'track'], ['track']])
  })

  test('still needs a name and somebody', async () => {
    const settings = { unknownEvents: 'track' }
    expect(await rejectionOf({}, settings)).toContain('received none')
    const outcome = await send({ type: 'FOO' }, { settings })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' } })
  })

  test('leaves documented types their names', async () => {
    expect(await nameOf({ type: 'check_in' }, { unknownEvents: 'track' })).toBe('Check-In')
  })
})

describe('eventNames', () => {
  test.each([
    [{ 'Check-In': 'Visit' }, 'Check-In', 'Visit'],
    [{ 'Check-In': 'Visit' }, 'check in', 'Visit'],
    [{ CHECK_IN: 'Visit' }, 'Check-In', 'Visit'],
    [{ checkin: '  Visit ' }, 'Check-In', 'Visit'],
    [{ 'Check-In': 'Check-in' }, 'CheckIn', 'Check-in'],
    [{ 'Recharge Value': 'Top-Up' }, 'Recharge', 'Top-Up'],
    [{ recharge: 'Top-Up' }, 'Recharge Value', 'Top-Up'],
    [{ recharge: 'Top-Up' }, 'Recharge', 'Top-Up'],
    [{ 'Add/Redeem': 'Points' }, 'Accrual/Redemption', 'Points'],
    [{ 'Check-In': 'Visit' }, 'Referral', 'Referral'],
    [{ 'Check-In': '' }, 'Check-In', 'Check-In'],
    [{ 'Check-In': ' ' }, 'Check-In', 'Check-In'],
    [{}, 'Check-In', 'Check-In'],
    [{ 'Check-In': 'Referral', Referral: 'Check-In' }, 'Check-In', 'Referral'],
  ])('%j makes %s %s', async (eventNames, type, name) => expect(await nameOf({ type }, { eventNames })).toBe(name))

  test('renames an unknown type that is tracked', async () => {
    expect(await nameOf({ type: 'Foo-Bar' }, { eventNames: { FOO_BAR: 'Foo' }, unknownEvents: 'track' })).toBe('Foo')
  })

  test.each([
    { 'Check-In': 'A', 'check in': 'B' },
    { 'check in': 'B', 'Check-In': 'A' },
  ])('of two spellings of one name, the alphabetically first counts: %j', async (eventNames) =>
    expect(await nameOf({ type: 'Check-In' }, { eventNames })).toBe('A'),
  )

  test('makes no unknown type a known one, nor a known one unknown', async () => {
    expect(await rejectionOf({ type: 'Visit' }, { eventNames: { 'Check-In': 'Visit' } })).toContain('"Visit"')
    expect(await rejectionOf({ type: 'FOO' }, { eventNames: { FOO: 'Check-In' } })).toContain('"FOO"')
  })

  test('leaves the event’s own properties and its profile as they are', async () => {
    const settings = { eventNames: { 'Recharge Value': 'Check-In', 'Web Registration': 'Joined' }, identify: 'profile' }
    const recharge = await send({ type: 'Recharge', ...guest, amount: '5' }, { settings })
    expect(recharge.calls).toEqual([trackCall('Check-In', { userId: 'U-1', properties: { amount: 5 } })])
    const joined = await send({ type: 'Web Registration', ...guest, phone: '1' }, { settings })
    expect(tracksOf(joined).map(({ event }) => event)).toEqual(['Joined'])
    expect(joined.calls).toHaveLength(2)
  })

  test('never matches a name of the prototype', async () => {
    const eventNames = JSON.parse('{"__proto__":"A","constructor":"B","toString":"C"}')
    expect(await nameOf({ type: 'Check-In' }, { eventNames })).toBe('Check-In')
  })
})

describe('eventAliases', () => {
  const run = builtWith({ eventAliases: { VISIT_STARTED: 'Check-In', Referral: 'Add/Redeem' }, mappings: {} })
  const nameFrom = async (type: string, settings: Members = {}) => {
    const outcome = await run({ body: JSON.stringify({ ...guest, type }), settings })
    return tracksOf(outcome)[0]?.event
  }

  test.each([
    ['VISIT_STARTED', 'Check-In'],
    ['visit started', 'Check-In'],
    ['Visit-Started!', 'Check-In'],
    ['Check-In', 'Check-In'],
    ['Referral', 'Add/Redeem'],
  ])('make %s %s', async (type, name) => expect(await nameFrom(type)).toBe(name))

  test.each([
    [{ 'Check-In': 'Visit' }, 'VISIT_STARTED', 'Visit'],
    [{ 'Visit Started': 'Visit' }, 'VISIT_STARTED', 'Visit'],
  ])('are renamed by %j: %s is tracked as %s', async (eventNames, type, name) => {
    expect(await nameFrom(type, { eventNames })).toBe(name)
  })
})
