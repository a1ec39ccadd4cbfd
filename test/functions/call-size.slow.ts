import { clean } from '../../shared/json/text'
import { bothWays, builtWith, callsOf, type Members, type Run } from './property-run'
import { bytes, largest, sizeOf } from './sizes'

const run = bothWays()

describe('no call is ever over 32,000 bytes', () => {
  const hostile: [string, string][] = [
    ['control characters', '\u0001'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['lone surrogates', '\ud800'],
    ['emoji', '😀'],
    ['line separators', '\u2028'],
    ['null characters', '\u0000'],
  ]
  // White space at the ends would be trimmed, and a line separator is white space.
  const upTo = (text: string, most: number) => `x${text.repeat(Math.floor(most / Buffer.byteLength(text)))}x`

  async function expectWithin(runIt: Run, event: Members, settings: Members = {}) {
    const outcome = await runIt({ body: JSON.stringify(event), settings })
    expect(outcome).toMatchObject({ status: 'ok', error: null })
    const calls = callsOf(outcome)
    expect(calls.filter((call) => sizeOf(call) > largest).map(({ type }) => type)).toEqual([])
    expect(calls.map(({ type }) => type)).toContain('track')
    return calls
  }

  describe.each(hostile)('of %s', (_, character) => {
    // A webhook accepts 512 KiB, so what stands everywhere is shorter.
    const longest = upTo(character, 8180)
    const text = upTo(character, Math.min(8180, 8000 / (bytes(character) / Buffer.byteLength(character))))
    const guestOf = (text: string) => ({
      firstName: text,
      lastName: text,
      email: `${text}@x.y`,
      phone: `${text}1`,
      username: text,
      address: { street: text, city: text, state: text, postalCode: text, country: text },
    })
    const walletsOf = (text: string) => [1, 2].map((code) => ({ code: `${code}${text}`, name: text, balance: code }))
    const store = { name: text, code: text, city: text, postalCode: text, state: text, country: text }
    const id = upTo(character, 1000)
    const everything = {
      eventType: 'Survey Completion',
      userId: `${id}u`,
      accountId: `${id}a`,
      merchantId: text,
      result: text,
      transactionState: text,
      transactionId: text,
      posTransactionId: text,
      channel: text,
      tierCode: text,
      tierLabel: text,
      timestamp: '2026-07-18T19:04:32.118-0400',
      surveyCode: text,
      surveyName: text,
      answers: [{ question: text, answer: text }],
      guest: guestOf(text),
      store,
    }

    test('everywhere', async () => {
      await expectWithin(run, everything)
      await expectWithin(run, { ...everything, wallets: walletsOf(text) })
    })

    test('in the guest alone', async () => {
      await expectWithin(run, { eventType: 'Check-In', userId: 'u-1', guest: guestOf(longest) })
    })

    test('in wallets alone', async () => {
      const wallets = walletsOf(longest)
      await expectWithin(run, { eventType: 'Add/Redeem', userId: 'u-1', wallets, details: wallets })
    })

    test('in the event’s name', async () => {
      await expectWithin(run, { ...everything, eventType: upTo(character, 90) }, { unknownEvents: 'track' })
      await expectWithin(run, everything, { eventNames: { 'Survey Completion': `${id}e` } })
    })

    test('in the merchant of the settings and the wallets of a batch', async () => {
      const event = { ...everything, merchantId: null }
      await expectWithin(run, { events: [event, event], wallets: walletsOf(text) }, { merchantId: text })
    })

    test('in a rejected event', async () => {
      const event = { ...everything, eventType: `${id}e` }
      await expectWithin(run, event, { keepBodies: 'rejected' })
      await expectWithin(run, { [text]: text, [`${text}2`]: [text] }, { keepBodies: 'all' })
    })

    test('and no text is cut', async () => {
      const calls = await expectWithin(run, everything)
      const texts = [text, `${text}@x.y`.toLowerCase(), `${text}1`, `${id}a`, ...Object.keys(everything)]
      const sent = new Set(texts.flatMap((one) => [one, clean(one), clean(one).toUpperCase()]))
      for (const { properties = {}, traits = {}, context } of calls) {
        const told = Object.entries({ ...properties, ...traits, ...context.traits })
        const strings = told.filter(([name]) => name !== 'event_type').map(([, value]) => value)
        for (const value of strings) if (typeof value === 'string') expect(sent.has(value)).toBe(true)
      }
    })
  })

  describe('of mapped properties', () => {
    const runMapped = builtWith({
      eventAliases: {},
      mappings: {
        everything: { '@path': '$.loyalty' },
        text: { '@path': '$.text' },
        store_name: { '@path': '$.text' },
      },
    })
    test.each(hostile)('of %s', async (_, character) => {
      const text = upTo(character, 8192)
      const loyalty = { [text]: [text, text], list: Array.from({ length: 5 }, () => text) }
      const calls = await expectWithin(runMapped, { eventType: 'Check-In', userId: 'u-1', loyalty, text })
      expect(calls[0]?.properties?.truncated_properties).toContain('everything')
    })
  })

  test('of very many small values', async () => {
    const details = Array.from({ length: 6000 }, (_, index) => ({ code: index, accrued: 1, balance: 1 }))
    const calls = await expectWithin(run, { eventType: 'Add/Redeem', userId: 'u-1', details })
    expect(calls[0]?.properties).toEqual({
      truncated_properties: ['all_wallets_info', 'flat_wallets_info', 'added_wallets', 'wallets_info'],
    })
  })
})
