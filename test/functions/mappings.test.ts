import { builtWith, callsOf, type Members, propertiesOf, track } from './property-run'

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

  const cases: [name: string, property: string, sent: unknown, emitted: unknown, reason: string][] = [
    ['first', 'first_name', ' Dana ', 'Dana', 'blanks around it go'],
    ['card', 'printed_card_number', '0057-3100 0024 8613', '0057310000248613', 'dashes and blanks go'],
    ['card', 'printed_card_number', 57310000248613, '57310000248613', 'a safe integer has all its digits'],
    ['mail', 'email_opt_in', 'N', false, 'no'],
    ['mail', 'email_opt_in', 1, true, 'yes'],
    ['mail', 'email_opt_in', false, false, 'a boolean is as sent'],
    ['latitude', 'store_latitude', '43.656900', 43.6569, 'text of a number'],
    ['country', 'store_country', 'usa', 'US', 'a known country'],
    ['code', 'store_code', 42, '42', 'digits of a number'],
    ['code', 'store_code', ['0042'], '0042', 'a list of one is its item'],
    ['account', 'account_id', 51830427, '51830427', 'digits of a number'],
    ['result', 'result', 'failure', 'FAILURE', 'the mapping itself makes capitals of it'],
    ['merchant', 'merchant_id', 90417, '90417', 'digits of a number'],
    ['wallets', 'wallets_info', { 12: '142', pin: 5, B: { balance: 1 } }, { 12: 142, B: 1 }, 'pin is no wallet'],
    ['wallets', 'wallets_info', [{ walletCode: 12, balance: '142' }], { 12: 142 }, 'a list of wallets'],
  ]
  test.each(cases)('of %s normalises %s: %j is %j, %s', async (name, property, sent, emitted) => {
    const { properties, warnings } = await loyalty({ [name]: sent })
    expect(properties).toMatchObject({ [property]: emitted })
    expect(properties?.[property]).toEqual(emitted)
    expect(warnings).toEqual([])
  })

  const unreadable: [name: string, property: string, reason: string, sent: unknown][] = [
    ['first', 'first_name', 'a number', 5],
    ['first', 'first_name', 'over 8,192 bytes', 'x'.repeat(8193)],
    ['card', 'printed_card_number', 'a mask', '****8613'],
    ['mail', 'email_opt_in', 'neither yes nor no', 'maybe'],
    ['latitude', 'store_latitude', 'beyond 90 degrees', 91],
    ['code', 'store_code', 'beyond 2^53 digits are lost', 2 ** 53],
    ['code', 'store_code', 'an object', { a: 1 }],
    ['wallets', 'wallets_info', 'text', 'none'],
    ['until', 'expires_at', 'a day without a time', '2026-07-18'],
  ]
  test.each(unreadable)('of %s leaves out %s that is unreadable: %s', async (name, property, _, sent) => {
    const { properties, warnings } = await loyalty({ [name]: sent })
    expect(properties).not.toHaveProperty(property)
    expect(warnings.join('\n')).toContain(`event[0].${property}`)
    expect(warnings.join()).not.toMatch(/maybe|8613/)
  })

  test('is looked at before where it is read otherwise', async () => {
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

  test('gives way to the usual places where it finds nothing', async () => {
    const elsewhere = { firstName: 'Kim', store: { code: '7', city: 'Bath' }, optIn: true }
    const properties = { first_name: 'Kim', email_opt_in: true, store_code: '7', store_city: 'Bath' }
    for (const nothing of [{}, { first: null, code: ' ' }, { first: 'N/A', mail: [] }]) {
      expect(await loyalty(nothing, elsewhere)).toEqual({ properties, warnings: [] })
    }
  })

  test('gives way to them, with a warning, where what it finds is unreadable', async () => {
    const { properties, warnings } = await loyalty({ first: 5, code: {} }, { firstName: 'Kim', store: { code: '7' } })
    expect(properties).toEqual({ first_name: 'Kim', store_code: '7' })
    expect(warnings).toEqual(['event[0].first_name: expected text, received a number; left out'])
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

describe('a mapping that cannot be carried out', () => {
  const flatten = { '@flatten': { value: path('loyalty') } }
  const run = builtWith({ ...plain, mappings: { broken: flatten, store_city: flatten, club: path('loyalty.club') } })

  test('costs no other, and neither its data nor the reason is reported', async () => {
    const event = { loyalty: { club: 'Gold', note: 'SECRET' }, store: { city: 'Bath', code: '7' } }
    const { properties, warnings } = await track(run, event)
    expect(properties).toEqual({ club: 'Gold', store_code: '7', store_city: 'Bath' })
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
