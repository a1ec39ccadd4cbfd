import { bothWays, builtWith, callsOf, type Members, propertiesOf } from './property-run'
import { bytes, largest, library, sizeOf } from './sizes'

const run = bothWays()

/** A call of user u-1 without a time, around its properties or traits. */
const callAround = (kind: 'track' | 'identify', event: string | undefined, members: Members) => ({
  ...(event !== undefined && { event }),
  [kind === 'track' ? 'properties' : 'traits']: members,
  context: { library: library() },
  messageId: '0'.repeat(36),
  userId: 'u-1',
})

/** What is lost, and what is left: in this order, and only until the call fits. */
function fitted(order: readonly string[], full: Members, size: (members: Members) => number, isListed: boolean) {
  const kept = { ...full }
  const lost: string[] = []
  const all = () => (isListed && lost.length > 0 ? { ...kept, truncated_properties: lost } : kept)
  for (const name of order) {
    if (size(all()) <= largest) break
    delete kept[name]
    lost.push(name)
  }
  return { lost, members: all() }
}

/** Text of a number of bytes spread over some properties, no two of them alike in size. */
function spread(names: readonly string[], total: number): Members {
  let left = total
  const members: Members = {}
  names.forEach((name, index) => {
    const length = Math.min(left, 7000 - 97 * index)
    if (length > 0) members[name] = 'x'.repeat(length)
    left -= length
  })
  if (left > 0) throw new Error('too much text for so few properties')
  return members
}

/** The length of text with which something has the wanted size. */
function lengthFor(wanted: number, sizeWith: (length: number) => number): number {
  let length = 0
  for (let attempt = 0; attempt < 6; attempt++) length += wanted - sizeWith(length)
  if (sizeWith(length) !== wanted) throw new Error(`cannot have ${wanted} bytes`)
  return length
}

const bySize = (members: Members) =>
  Object.keys(members).sort((one, other) => bytes(members[other]) - bytes(members[one]))

const texts = ['result', 'transaction_state', 'store_name', 'store_city', 'store_country', 'card_template_label']
const walletList = Array.from({ length: 40 }, (_, index) => ({
  code: `${index + 1}`,
  label: 'L'.repeat(20),
  balance: 1,
}))
const wallets = {
  all_wallets_info: walletList.map(({ code, label, balance }) => ({ wallet_code: code, label, balance })),
  flat_wallets_info: Object.fromEntries(
    walletList.flatMap(({ code, label, balance }) => [
      [`${code}_label`, label],
      [`${code}_balance`, balance],
    ]),
  ),
  wallets_info: Object.fromEntries(walletList.map(({ code, balance }) => [code, balance])),
}
const changes = walletList.map(({ code, label }) => ({ wallet_code: code, label, quantity: 2 }))
const answers = Array.from({ length: 60 }, (_, index) => ({ question: `Q${index}`, answer: 'a'.repeat(50) }))
const contents = walletList.map(({ code }) => ({ code, quantity: 2 }))

interface Kind {
  readonly event: string
  readonly sent: Members
  readonly full: Members
  readonly order: readonly string[]
}

const kinds: Kind[] = [
  {
    event: 'Survey Completion',
    sent: { wallets: walletList, survey_answers: answers },
    full: { ...wallets, survey_answers: answers },
    order: ['survey_answers', 'all_wallets_info', 'flat_wallets_info', 'wallets_info'],
  },
  {
    event: 'Add/Redeem',
    sent: { wallets: walletList, addWalletContents: contents, redeemWalletContents: contents },
    full: { ...wallets, added_wallets: changes, redeemed_wallets: changes },
    order: ['all_wallets_info', 'flat_wallets_info', 'added_wallets', 'redeemed_wallets', 'wallets_info'],
  },
]

describe.each(kinds)('$event', ({ event, sent, full, order }) => {
  const size = (members: Members) => bytes(callAround('track', event, members))
  const bodyOf = (length: number) => ({ eventType: event, userId: 'u-1', ...sent, ...spread(texts, length) })
  const orderOf = (length: number) => [...order, ...bySize(spread(texts, length))]

  /** The length of text with which the call just fits, or is one byte too long, when so many of them are lost. */
  const lengthWhen = (count: number, wanted: number) =>
    lengthFor(wanted, (length) => {
      const members: Members = { ...full, ...spread(texts, Math.max(length, 0)) }
      const lost = orderOf(Math.max(length, 0)).slice(0, count)
      for (const name of lost) delete members[name]
      return size(count > 0 ? { ...members, truncated_properties: lost } : members) + Math.min(length, 0)
    })

  test.each(Array.from({ length: order.length + 1 }, (_, count) => [count]))(
    'loses %d when that makes it exactly fit, and another when it is a byte too long',
    async (count) => {
      for (const excess of [-1, 0, 1, 2]) {
        const length = lengthWhen(count, largest + excess)
        const everything = { ...full, ...spread(texts, length) }
        const expected = fitted(orderOf(length), everything, size, true)
        expect(expected.lost).toHaveLength(excess > 0 ? count + 1 : count)
        const outcome = await run({ body: JSON.stringify(bodyOf(length)), settings: { identify: 'never' } })
        expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
        const [call] = callsOf(outcome)
        expect(call?.properties?.truncated_properties).toEqual(count === 0 && excess <= 0 ? undefined : expected.lost)
        expect(call?.properties).toEqual(expected.members)
      }
    },
  )
})

describe('what is lost', () => {
  test('after the dispensable ones are the others, the largest first', async () => {
    const texts = { store_name: 7000, result: 8000, store_city: 7500, store_country: 6000, transaction_state: 6500 }
    const members = Object.fromEntries(Object.entries(texts).map(([name, length]) => [name, 'x'.repeat(length)]))
    const event = { eventType: 'Check-In', userId: 'u-1', wallets: { 1: 5 }, ...members }
    const outcome = await run({ body: JSON.stringify(event), settings: { identify: 'never' } })
    const { result: _, ...kept } = members
    const lost = ['all_wallets_info', 'flat_wallets_info', 'wallets_info', 'result']
    expect(propertiesOf(outcome)).toEqual([{ ...kept, truncated_properties: lost }])
  })

  test('is counted in bytes, not in characters', async () => {
    const members = { store_name: 'é'.repeat(4000), store_city: 'é'.repeat(4001), result: 'é'.repeat(4002) }
    const event = { eventType: 'Check-In', userId: 'u-1', ...members, transaction_state: '𝒟'.repeat(2003) }
    const outcome = await run({ body: JSON.stringify(event), settings: { identify: 'never' } })
    expect(propertiesOf(outcome)).toEqual([{ ...members, truncated_properties: ['transaction_state'] }])
  })

  test('is never a part of a list', async () => {
    const answers = Array.from({ length: 1200 }, (_, index) => ({ question: `Q${index}`, answer: 'fine' }))
    const event = { eventType: 'Survey Completion', userId: 'u-1', surveyCode: 's-1', answers }
    const outcome = await run({ body: JSON.stringify(event) })
    expect(propertiesOf(outcome)).toEqual([{ survey_code: 's-1', truncated_properties: ['survey_answers'] }])
  })
})

describe('custom properties', () => {
  const runMapped = builtWith({
    eventAliases: {},
    mappings: { small: { '@path': '$.small' }, big: { '@path': '$.big' }, result: { '@path': '$.outcome' } },
  })
  const order = ['all_wallets_info', 'flat_wallets_info', 'wallets_info', 'big', 'small']
  const custom = { big: 'x'.repeat(400), small: 'x'.repeat(300) }
  const size = (members: Members) => bytes(callAround('track', 'Check-In', members))

  test.each([
    ['are kept as long as the wallets make room', 2, 0],
    ['are kept while all wallets are lost', 3, 0],
    ['go after the wallets, the largest first', 4, 0],
    ['go before those that are known', 5, 0],
    ['save none of those that are known, mapped or not', 5, 600],
  ])('%s', async (_, count, excess) => {
    const lengthWhen = (wanted: number) =>
      lengthFor(wanted, (length) => {
        const members: Members = { ...wallets, ...custom, ...spread(texts, Math.max(length, 0)) }
        for (const name of order.slice(0, count)) delete members[name]
        return size({ ...members, truncated_properties: order.slice(0, count) })
      })
    const known = spread(texts, lengthWhen(largest - 10 + excess))
    const expected = fitted([...order, ...bySize(known)], { ...wallets, ...custom, ...known }, size, true)
    expect(expected.lost).toHaveLength(count + (excess > 0 ? 1 : 0))
    const { result: outcome, ...others } = known
    const event = { eventType: 'Check-In', userId: 'u-1', wallets: walletList, ...others, ...custom, outcome }
    const result = await runMapped({ body: JSON.stringify(event), settings: { identify: 'never' } })
    expect(result).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    expect(propertiesOf(result)).toEqual([expected.members])
  })
})

describe('an identify call', () => {
  const names = ['username', 'tier_label', 'card_template_label', 'tier_code', 'card_template_code', 'firstName']
  const size = (members: Members) => bytes(callAround('identify', undefined, members))
  const lengthWhen = (count: number, wanted: number) =>
    lengthFor(wanted, (length) => {
      const members = spread(names, Math.max(length, 0))
      for (const name of bySize(members).slice(0, count)) delete members[name]
      return size(members)
    })

  test.each([[0], [1]])(
    'loses %d traits, the largest first, when that makes it exactly fit, and another when it is a byte too long',
    async (count) => {
      for (const excess of [0, 1]) {
        const traits = spread(names, lengthWhen(count, largest + excess))
        const expected = fitted(bySize(traits), traits, size, false)
        expect(expected.lost).toHaveLength(count + excess)
        const outcome = await run({ body: JSON.stringify({ eventType: 'Web Registration', userId: 'u-1', ...traits }) })
        const identify = callsOf(outcome).find(({ type }) => type === 'identify')
        expect(Object.keys(identify?.traits ?? {}).sort()).toEqual(Object.keys(expected.members).sort())
        expect(identify?.traits).toEqual(expected.members)
        expect(outcome.warnings.filter((line) => line.startsWith('identify'))).toHaveLength(count + excess > 0 ? 1 : 0)
      }
    },
  )

  test('has no list of what it lost', async () => {
    const text = 'x'.repeat(8000)
    const address = { street: text, city: text, state: text, postalCode: text }
    const guest = { address, username: 'dana', email: 'dana@example.com' }
    const outcome = await run({ body: JSON.stringify({ eventType: 'Web Registration', userId: 'u-1', guest }) })
    expect(callsOf(outcome).map((call) => call.traits ?? call.properties)).toEqual([
      { username: 'dana', email: 'dana@example.com' },
      {},
    ])
    expect(outcome.warnings).toEqual([expect.stringMatching(/^identify: .*1 trait/)])
  })

  test('loses wallets by the piece', async () => {
    const pointBalances = Array.from({ length: 900 }, (_, index) => ({ code: `${index}`, name: 'Points', balance: 1 }))
    const outcome = await run({
      body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', username: 'd', pointBalances }),
    })
    const [identify, tracked] = callsOf(outcome)
    expect(identify?.traits).toMatchObject({ username: 'd' })
    expect(identify && sizeOf(identify)).toBeGreaterThan(largest - 100)
    expect(identify && sizeOf(identify)).toBeLessThanOrEqual(largest)
    expect(tracked?.properties).toEqual({
      wallets_info: Object.fromEntries(pointBalances.map(({ code, balance }) => [code, balance])),
      truncated_properties: ['all_wallets_info', 'flat_wallets_info'],
    })
  })
})
