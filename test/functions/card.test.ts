import { createHash } from 'node:crypto'
import { guestSections, type Row, testRows } from './property-rows'
import { bothWays, callsOf, track } from './property-run'

const run = bothWays()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const row: Row = {
  property: 'printed_card_number',
  kind: 'code',
  values: [
    ['0057 3100-0024 8613', '0057310000248613'],
    ['6000123412341234', '6000123412341234'],
  ],
  names: ['printed_card_number', 'cardNumber', 'primaryCardNumbers[0]'],
  sections: { cardInfo: [], card: [], primaryCard: [], account: [], 'account.primaryCard': [], ...guestSections },
}
testRows(run, [row])

describe('a card number is its digits', () => {
  const cases: [sent: unknown, emitted: string | undefined, reason: string][] = [
    ['0057310000248613', '0057310000248613', 'digits with their zeros'],
    [' 0057 3100 0024 8613\n', '0057310000248613', 'blanks do not count'],
    ['00-5731-0000-2486', '00573100002486', 'dashes do not count'],
    ['1', '1', 'no length is asked for'],
    [57310000248613, '57310000248613', 'a safe integer has all its digits'],
    [9007199254740991, '9007199254740991', 'the largest safe integer'],
    [9007199254740992, undefined, 'beyond 2^53 digits are lost'],
    [5731.5, undefined, 'a fraction'],
    ['************8613', undefined, 'a mask'],
    ['…8613', undefined, 'a mask'],
    ['AB0057310000', undefined, 'letters'],
    ['00573100.00', undefined, 'a point'],
    ['4-', undefined, 'a dash after it'],
    [{ number: '0057310000248613' }, undefined, 'an object'],
    [true, undefined, 'a boolean'],
  ]
  test.each(cases)('%j gives %j: %s', async (sent, emitted) => {
    const { properties, warnings } = await track(run, { printedCardNumber: sent })
    expect(properties).toEqual(emitted === undefined ? {} : { printed_card_number: emitted })
    expect(warnings).toHaveLength(emitted === undefined ? 1 : 0)
  })
})

test.each<[sent: unknown, reason: string]>([
  ['000', 'zeros alone'],
  ['0', 'zeros alone'],
  [0, 'zeros alone'],
  ['9999 9999 9999 9999', 'one digit repeated'],
  ['111111', 'one digit repeated'],
  [7777777, 'one digit repeated'],
])('%j is nobody’s card (%s): there is no property, and no warning', async (printedCardNumber) => {
  expect(await track(run, { printedCardNumber })).toEqual({ properties: {}, warnings: [] })
})

test.each([['maskedCardNumber'], ['shortCardNumber'], ['primaryCardNumber'], ['additionalCards']])(
  '%s is no printed card number',
  async (name) => {
    const event = { [name]: '248613', cardInfo: { [name]: '248613' }, account: { [name]: '248613' } }
    expect(await track(run, event)).toEqual({ properties: {}, warnings: [] })
  },
)

test('of several primary cards the first counts', async () => {
  const { properties } = await track(run, { primaryCardNumbers: ['0057310000248613', '0057310000248614'] })
  expect(properties).toEqual({ printed_card_number: '0057310000248613' })
})

test('no primary card is no card', async () => {
  expect(await track(run, { primaryCardNumbers: [] })).toEqual({ properties: {}, warnings: [] })
})

describe('the number of a payment card', () => {
  const payment = '4111111111111111'
  const loyalty = '0057310000248613'
  const event = (type: string, members: object) => ({ eventType: type, userId: 'u-1', ...members })
  const places: [string, (name: string) => object][] = [
    ['at the top level', (name) => ({ [name]: payment })],
    ['in the wrapper', (name) => ({ data: { [name]: payment } })],
    ['in properties', (name) => ({ properties: { [name]: payment } })],
    ['in traits', (name) => ({ traits: { [name]: payment } })],
    ['in transaction', (name) => ({ transaction: { [name]: payment } })],
    ['in card sections', (name) => ({ card: { [name]: payment }, cardInfo: { [name]: payment } })],
    ['in the account', (name) => ({ account: { [name]: payment, primaryCard: { [name]: payment } } })],
  ]
  const spelt = ['cardNumber', 'card_number', 'CardNumber', 'cardnumber'].flatMap((name) =>
    places.map(([place, at]) => [name, place, at] as const),
  )

  test.each(spelt)('is not read of %s %s in Recharge Value', async (name, _, at) => {
    for (const type of ['Recharge Value', 'Recharge']) {
      const outcome = await run({ body: JSON.stringify(event(type, at(name))) })
      expect(outcome).toMatchObject({ status: 'ok', warnings: [] })
      expect(JSON.stringify(outcome)).not.toContain(payment)
    }
  })

  test.each([
    ['printedCardNumber', { printedCardNumber: loyalty, cardNumber: payment }],
    ['an inner printedCardNumber', { cardInfo: { printedCardNumber: loyalty }, cardNumber: payment }],
    ['primaryCardNumbers', { primaryCardNumbers: [loyalty], cardNumber: payment }],
  ])('does not hide %s in Recharge Value', async (_, members) => {
    const outcome = await run({ body: JSON.stringify(event('Recharge Value', members)) })
    expect(callsOf(outcome).map((call) => call.properties ?? call.traits)).toEqual([
      { printed_card_number: loyalty },
      { printed_card_number: loyalty },
    ])
  })

  test('is not told by a cardType that is no text, whatever its members are called', async () => {
    const members = { cardNumber: loyalty, cardType: { toString: 'Visa', valueOf: 'Visa' } }
    expect(await track(run, members)).toEqual({ properties: { printed_card_number: loyalty }, warnings: [] })
  })

  test('identifies nobody in Recharge Value', async () => {
    const body = JSON.stringify({ eventType: 'Recharge Value', cardNumber: payment })
    expect(await run({ body })).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' }, calls: [] })
  })

  test('is read again by the event that follows in the same request', async () => {
    const events = [event('Recharge Value', { cardNumber: payment }), event('Check-In', { cardNumber: loyalty })]
    const outcome = await run({ body: JSON.stringify(events), settings: { identify: 'never' } })
    expect(callsOf(outcome).map(({ properties }) => properties)).toEqual([{}, { printed_card_number: loyalty }])
  })
})

describe('the setting cardNumber governs property and trait', () => {
  const card = '0057310000248613'
  const body = JSON.stringify({
    eventType: 'Check-In',
    userId: 'u-1',
    merchantId: 90417,
    card: { printedCardNumber: card },
  })
  test.each([
    ['plain', card],
    ['last4', '…8613'],
    ['hash', sha256(`90417\0${card}`)],
    ['omit', undefined],
  ])('%s', async (cardNumber, shown) => {
    const outcome = await run({ body, settings: { cardNumber } })
    const tracked = callsOf(outcome).find(({ type }) => type === 'track')
    const identify = callsOf(outcome).find(({ type }) => type === 'identify')
    const member = shown === undefined ? {} : { printed_card_number: shown }
    expect(tracked?.properties).toEqual({ merchant_id: '90417', ...member })
    expect(identify?.traits).toEqual(shown === undefined ? undefined : member)
    if (cardNumber !== 'plain') expect(JSON.stringify(outcome)).not.toContain(card)
  })

  test('hash uses the setting merchantId where the event names no merchant', async () => {
    const { properties } = await track(run, { cardNumber: card }, { cardNumber: 'hash', merchantId: '7' })
    expect(properties).toEqual({ merchant_id: '7', printed_card_number: sha256(`7\0${card}`) })
  })
})
