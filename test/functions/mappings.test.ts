import { events } from '../../functions/events'
import { builtWith, callsOf, type Members, propertiesOf, type Run, track } from './property-run'

const path = (where: string) => ({ '@path': `$.${where}` })
const plain = { eventAliases: {} }

describe('a mapping of a known property', () => {
  const run = builtWith({
    ...plain,
    mappings: {
      first_name: path('loyalty.first'),
      PrintedCardNumber: path('loyalty.card'),
      email_opt_in: path('loyalty.mail'),
      store_latitude: path('loyalty.latitude'),
      store_longitude: path('loyalty.longitude'),
      store_country: path('loyalty.country'),
      store_code: path('loyalty.code'),
      wallets_info: path('loyalty.wallets'),
      all_wallets_info: path('loyalty.wallets'),
      account_id: path('loyalty.account'),
      survey_answers: path('loyalty.answers'),
      added_wallets: path('loyalty.added'),
      expires_at: path('loyalty.until'),
      address: path('loyalty.home'),
      email: path('loyalty.email'),
      user_id: path('loyalty.user'),
      timestamp: path('loyalty.time'),
      merchant_id: path('loyalty.merchant'),
      result: { '@case': { operator: 'upper', value: path('loyalty.result') } },
    },
  })
  const loyalty = (members: Members, more: Members = {}, settings: Members = {}) =>
    track(run, { loyalty: { user: 'u-1', ...members }, ...more }, settings)

  const cases: [string, string, unknown, unknown][] = [
    ['first', 'first_name', ' Dana ', 'Dana'],
    ['card', 'printed_card_number', '0057-3100 0024 8613', '0057310000248613'],
    ['card', 'printed_card_number', 57310000248613, '57310000248613'],
    ['mail', 'email_opt_in', 'N', false],
    ['mail', 'email_opt_in', 1, true],
    ['mail', 'email_opt_in', false, false],
    ['latitude', 'store_latitude', '43.656900', 43.6569],
    ['country', 'store_country', 'usa', 'US'],
    ['code', 'store_code', 42, '42'],
    ['code', 'store_code', ['0042'], '0042'],
    ['account', 'account_id', 51830427, '51830427'],
    ['result', 'result', 'failure', 'FAILURE'],
    ['merchant', 'merchant_id', 90417, '90417'],
    ['wallets', 'wallets_info', { 12: '142', pin: 5, B: { balance: 1 } }, { 12: 142, B: 1 }],
    ['wallets', 'wallets_info', [{ walletCode: 12, balance: '142' }], { 12: 142 }],
  ]
  test.each(cases)('of %s normalises %s: %j', async (name, property, sent, emitted) => {
    const { properties, warnings } = await loyalty({ [name]: sent })
    expect(properties).toMatchObject({ [property]: emitted })
    expect(properties?.[property]).toEqual(emitted)
    expect(warnings).toEqual([])
  })

  const unreadable: [string, string, unknown][] = [
    ['first', 'first_name', 5],
    ['first', 'first_name', 'x'.repeat(8193)],
    ['card', 'printed_card_number', '****8613'],
    ['mail', 'email_opt_in', 'maybe'],
    ['latitude', 'store_latitude', 91],
    ['code', 'store_code', 2 ** 53],
    ['code', 'store_code', { a: 1 }],
    ['wallets', 'wallets_info', 'none'],
    ['until', 'expires_at', '2026-07-18'],
  ]
  test.each(unreadable)('of %s leaves out %s that is unreadable', async (name, property, sent) => {
    const { properties, warnings } = await loyalty({ [name]: sent })
    expect(properties).not.toHaveProperty(property)
    expect(warnings.join('\n')).toContain(`event[0].${property}`)
    expect(warnings.join()).not.toMatch(/maybe|8613/)
  })

  test('takes the place of where it is read otherwise', async () => {
    const elsewhere = {
      firstName: 'Kim',
      printedCardNumber: '6000',
      store: { code: '7', country: 'CA' },
      result: 'fine',
    }
    const { properties } = await loyalty(
      { first: 'Dana', card: '0057', code: '0042', country: 'US', result: 'x' },
      elsewhere,
    )
    expect(properties).toEqual({
      first_name: 'Dana',
      printed_card_number: '0057',
      store_code: '0042',
      store_country: 'US',
      result: 'X',
    })
  })

  test('takes it also when it finds nothing', async () => {
    const elsewhere = { firstName: 'Kim', store: { code: '7', city: 'Bath' }, optIn: true, guest: { city: 'Bath' } }
    for (const nothing of [{}, { first: null, code: ' ' }]) {
      expect(await loyalty(nothing, elsewhere)).toEqual({ properties: { store_city: 'Bath' }, warnings: [] })
    }
  })

  test('leaves out coordinates 0, 0', async () => {
    const { properties } = await loyalty({ latitude: 0, longitude: '0' })
    expect(properties).toEqual({})
  })

  test('leaves the other forms of wallets as they are', async () => {
    const { properties } = await loyalty({ wallets: { 9: 9 } }, { wallets: [{ code: 1, name: 'A', balance: 5 }] })
    expect(properties).toEqual({
      wallets_info: { 9: 9 },
      all_wallets_info: [{ wallet_code: '9', balance: 9 }],
      flat_wallets_info: { '1_label': 'A', '1_balance': 5 },
    })
  })

  test('of an event’s own property is read by that event', async () => {
    const answers = [{ question: 'Q', answer: 5, id: 1 }]
    const survey = await loyalty(
      { answers },
      { eventType: 'Survey Completion', answers: [{ question: 'R', answer: 'x' }] },
    )
    expect(survey).toEqual({ properties: { survey_answers: [{ question: 'Q', answer: '5' }] }, warnings: [] })
    const added = await loyalty({ added: [{ code: 1, quantity: '2' }] }, { eventType: 'Add/Redeem' })
    expect(added).toEqual({ properties: { added_wallets: [{ wallet_code: '1', quantity: 2 }] }, warnings: [] })
    const until = await loyalty({ until: '2026-07-18T19:04:32' })
    expect(until).toEqual({ properties: { expires_at: '2026-07-18T23:04:32.000Z' }, warnings: [] })
  })

  test('changes identity, traits and time alike', async () => {
    const loyalty = { user: 'u-9', email: ' DANA@example.com ', first: 'Dana', time: '2026-07-18T19:04:32' }
    const body = JSON.stringify({ eventType: 'Check-In', userId: 'u-1', email: 'kim@example.com', loyalty })
    const outcome = await run({ body })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    const shared = { userId: 'u-9', timestamp: '2026-07-18T23:04:32.000Z' }
    const person = { firstName: 'Dana', email: 'dana@example.com' }
    expect(callsOf(outcome)).toEqual([
      expect.objectContaining({ ...shared, traits: person }),
      expect.objectContaining({ ...shared, properties: { first_name: 'Dana' } }),
    ])
    expect(callsOf(outcome)[1]?.context.traits).toEqual(person)
  })

  test('is left out by the setting omit, under its own name', async () => {
    expect(await loyalty({ first: 'Dana', code: '7' }, {}, { omit: ['first_name'] })).toEqual({
      properties: { store_code: '7' },
      warnings: [],
    })
  })

  test('obeys the setting cardNumber', async () => {
    const { properties } = await loyalty({ card: '0057310000248613' }, {}, { cardNumber: 'last4' })
    expect(properties).toEqual({ printed_card_number: '…8613' })
  })
})

describe('a mapping of a custom property', () => {
  const run = builtWith({
    ...plain,
    mappings: {
      club: path('loyalty.club'),
      visits: path('loyalty.visits'),
      items: path('loyalty.items'),
      fixed: 'v2',
      Both: { '@template': '{{a}}-{{loyalty.visits}}' },
      nested: { club: path('loyalty.club'), deep: { visits: path('loyalty.visits') } },
      friend_mail: path('friend.email'),
      referral_mail: path('referral.email'),
      referred_mail: path('referredEmail'),
      referral_note: path('referral.code'),
    },
  })

  test('passes as it is', async () => {
    const loyalty = { club: ' Gold ', visits: 7, items: [1, { a: null }] }
    expect(await track(run, { loyalty, a: 'x' })).toEqual({
      properties: {
        club: ' Gold ',
        visits: 7,
        items: [1, { a: null }],
        fixed: 'v2',
        Both: 'x-7',
        nested: { club: ' Gold ', deep: { visits: 7 } },
      },
      warnings: [],
    })
  })

  test('is absent where it finds nothing', async () => {
    const { properties, warnings } = await track(run, { loyalty: { club: null, visits: ' ' } })
    expect(Object.keys(properties ?? {}).filter((name) => ['club', 'visits', 'items'].includes(name))).toEqual([])
    expect(warnings).toEqual([])
  })

  test('is on every event, and on unknown ones', async () => {
    for (const eventType of [...events.map(({ name }) => name), 'No Such Event']) {
      const { properties } = await track(run, { eventType, loyalty: { club: 'Gold' } }, { unknownEvents: 'track' })
      expect(properties).toMatchObject({ club: 'Gold', fixed: 'v2' })
    }
  })

  test('is no trait', async () => {
    const outcome = await run({
      body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', loyalty: { club: 'Gold' } }),
    })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(['track'])
  })

  test('of text over 8,192 bytes is left out with a warning', async () => {
    const { properties, warnings } = await track(run, { loyalty: { club: 'é'.repeat(4097), items: 'é'.repeat(4096) } })
    expect(properties).not.toHaveProperty('club')
    expect(properties).toMatchObject({ items: 'é'.repeat(4096) })
    expect(warnings).toEqual([
      expect.stringMatching(/^event\[0\]\.club: expected .+, received a string of over 8,192 bytes; left out$/),
    ])
  })

  test.each([['club'], ['Club'], ['CLUB']])('is left out by the setting omit as %s', async (name) => {
    const { properties } = await track(run, { loyalty: { club: 'Gold', visits: 7 } }, { omit: [name] })
    expect(properties).not.toHaveProperty('club')
    expect(properties).toMatchObject({ visits: 7 })
  })

  test('sees what the envelope of several events says, the event’s own first', async () => {
    const event = { eventType: 'Check-In', userId: 'u-1' }
    const body = { loyalty: { club: 'Gold' }, events: [event, { ...event, loyalty: { club: 'Silver' } }] }
    const outcome = await run({ body: JSON.stringify(body), settings: { identify: 'never' } })
    expect(propertiesOf(outcome).map(({ club }) => club)).toEqual(['Gold', 'Silver'])
  })

  test('does not see the friend who was referred', async () => {
    const friend = { email: 'SECRET@example.com', firstName: 'SECRET', phone: 'SECRET' }
    const outcome = await run({
      body: JSON.stringify({
        eventType: 'Referral',
        userId: 'u-1',
        friend,
        referral: { ...friend, code: 'r-1', friend },
        referredEmail: 'SECRET',
        loyalty: { items: [{ friend, referral: friend, referredName: 'SECRET', refereePhone: 'SECRET', kept: 1 }] },
      }),
    })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [] })
    expect(propertiesOf(outcome)[0]).toMatchObject({ referral_note: 'r-1', items: [{ kept: 1 }] })
    expect(JSON.stringify(outcome)).not.toContain('SECRET')
  })

  test('does not change the body’s message ids', async () => {
    const event = { eventType: 'Check-In', userId: 'u-1', loyalty: { club: 'Gold', items: [{ pin: 1 }] } }
    const unmapped: Run = plainRun
    const [mapped] = callsOf(await run({ body: JSON.stringify(event) }))
    const [bare] = callsOf(await unmapped({ body: JSON.stringify(event) }))
    expect(mapped?.messageId).toBe(bare?.messageId)
  })
  const plainRun = builtWith({ ...plain, mappings: {} })
})

describe('a mapping that cannot be carried out', () => {
  const flatten = { '@flatten': { value: path('loyalty') } }
  const run = builtWith({ ...plain, mappings: { broken: flatten, store_city: flatten, club: path('loyalty.club') } })

  test('costs no other, and neither its data nor the reason is reported', async () => {
    const event = { loyalty: { club: 'Gold', note: 'SECRET' }, store: { city: 'Bath', code: '7' } }
    const { properties, warnings } = await track(run, event)
    expect(properties).toEqual({ club: 'Gold', store_code: '7' })
    expect([...warnings].sort()).toEqual([
      expect.stringMatching(/^event\[0\]\.broken: expected .+, received an object; left out$/),
      expect.stringMatching(/^event\[0\]\.store_city: expected .+, received an object; left out$/),
    ])
    expect(warnings.join()).not.toMatch(/SECRET|Gold/)
  })

  test('rejects no event', async () => {
    const events = [1, 2].map((index) => ({ eventType: 'Check-In', userId: `u-${index}`, loyalty: { club: index } }))
    const outcome = await run({ body: JSON.stringify(events) })
    expect(outcome).toMatchObject({ status: 'ok', errors: [] })
    expect(propertiesOf(outcome)).toEqual([{ club: 1 }, { club: 2 }])
    expect(outcome.warnings).toHaveLength(4)
  })
})

describe('event aliases', () => {
  const run = builtWith({
    eventAliases: { VISIT: 'Check-In', 'loyalty earn': 'Add/Redeem', 'Sign-Up': 'Web Registration' },
    mappings: {},
  })
  const nameOf = async (eventType: string, settings: Members = {}) => {
    const outcome = await run({ body: JSON.stringify({ eventType, userId: 'u-1' }), settings })
    return callsOf(outcome).at(-1)?.event ?? outcome.status
  }

  test.each([
    ['VISIT', 'Check-In'],
    ['visit', 'Check-In'],
    [' V.I.S.I.T ', 'Check-In'],
    ['LOYALTY_EARN', 'Add/Redeem'],
    ['LoyaltyEarn', 'Add/Redeem'],
    ['sign up', 'Web Registration'],
    ['Check-In', 'Check-In'],
    ['Accrual/Redemption', 'Add/Redeem'],
    ['No Such Visit', 'unsupported'],
  ])('%s is %s', async (sent, name) => expect(await nameOf(sent)).toBe(name))

  test.each([
    ['the documented name', { 'Check-In': 'Visited' }],
    ['the alias', { visit: 'Visited' }],
  ])('an alias is renamed by %s in the setting eventNames', async (_, eventNames) => {
    expect(await nameOf('VISIT', { eventNames })).toBe('Visited')
  })

  test('an alias has the properties of its event', async () => {
    const event = { eventType: 'VISIT', expirationTime: '2026-07-18T23:04:32Z', checkNumber: '5' }
    expect(await track(run, event)).toEqual({ properties: { expires_at: '2026-07-18T23:04:32.000Z' }, warnings: [] })
  })

  test('an alias may stand in the URL', async () => {
    const outcome = await run({ body: '{"userId": "u-1"}', query: 'event=visit' })
    expect(callsOf(outcome)[0]?.event).toBe('Check-In')
  })

  test('an alias of a registration identifies under identify: profile', async () => {
    const body = JSON.stringify({ eventType: 'SIGN UP', userId: 'u-1', firstName: 'Dana' })
    const outcome = await run({ body, settings: { identify: 'profile' } })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(['identify', 'track'])
  })
})
