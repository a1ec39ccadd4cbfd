import type { Members } from './property-run'
import { anonymousIdOf, sender, tracksOf, wholeCalls } from './run'

const send = sender()
const card = '6035710000000417'

describe('omit', () => {
  const full = {
    type: 'Survey Completion',
    userId: 'U-1',
    accountId: '5183',
    merchantId: '7',
    printedCardNumber: card,
    store: { code: '0007', name: 'Harbor' },
    fields: {
      firstName: 'Dana',
      lastName: 'Lee',
      email: 'd@e.org',
      phone: '2075550142',
      birthday: '1990-02-28',
      optIn: true,
    },
    addresses: [{ city: 'Portland' }],
    username: 'dana',
    walletBalances: [{ walletCode: 1, label: 'Points', balance: 5 }],
    answers: [{ question: 'Q', answer: 'A' }],
    surveyCode: 'S',
  }
  const properties = [
    'store_code',
    'store_name',
    'survey_answers',
    'survey_code',
    'wallets_info',
    'all_wallets_info',
    'flat_wallets_info',
    'merchant_id',
  ]
  const traits = ['email', 'phone', 'birthday', 'address', 'username', 'wallet_1_balance', 'wallet_1_label']
  const both = ['printed_card_number', 'email_opt_in']

  /** The calls, without some members of properties and traits. */
  const without = async (names: readonly string[]) => {
    const calls = wholeCalls(await send(full))
    const left = (members: Members) =>
      Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)))
    return calls.map(({ properties: sent, traits: told, context, ...call }) => ({
      ...call,
      ...(sent && { properties: left(sent) }),
      ...(told && { traits: left(told) }),
      context: { ...context, ...(context.traits && { traits: left(context.traits) }) },
    }))
  }

  test.each([...properties, ...traits, ...both])('%s is nowhere in the calls, and all else is', async (name) => {
    const outcome = await send(full, { settings: { omit: [name] } })
    expect(outcome.calls).toEqual(await without([name]))
    expect(outcome.calls).not.toEqual((await send(full)).calls)
  })

  test.each([
    ['first_name', 'firstName'],
    ['last_name', 'lastName'],
  ])('%s or %s takes the name out of properties, traits and context', async (property, trait) => {
    const [identify, track] = wholeCalls(await send(full, { settings: { omit: [property, trait] } }))
    expect(identify?.traits).not.toHaveProperty(trait)
    expect(track?.properties).not.toHaveProperty(property)
    expect(track?.context.traits).not.toHaveProperty(trait)
    const [one] = wholeCalls(await send(full, { settings: { omit: [trait] } }))
    expect(one?.traits).not.toHaveProperty(trait)
    const [, other] = wholeCalls(await send(full, { settings: { omit: [property] } }))
    expect(other?.properties).not.toHaveProperty(property)
  })

  test('of several names leaves the rest', async () => {
    const omit = ['birthday', 'address', 'survey_answers', 'email', 'printed_card_number']
    expect((await send(full, { settings: { omit } })).calls).toEqual(await without(omit))
  })

  test('of all four leaves the track call’s context without traits', async () => {
    const outcome = await send(full, { settings: { omit: ['firstName', 'lastName', 'email', 'phone'] } })
    expect(tracksOf(outcome)[0]?.context).not.toHaveProperty('traits')
  })

  test('of all traits leaves no identify call', async () => {
    const event = { type: 'Check-In', userId: 'U-1', birthday: '1990-02-28', email: 'd@e.org' }
    const outcome = await send(event, { settings: { omit: ['birthday', 'email'] } })
    expect(wholeCalls(outcome).map(({ type }) => type)).toEqual(['track'])
  })

  test.each([
    ['printed_card_number', { printedCardNumber: card }, 'card', card],
    ['email', { email: 'd@e.org' }, 'email', 'd@e.org'],
    ['phone', { phone: '2075550142' }, 'phone', '12075550142'],
  ])('%s says nothing of who the guest is', async (name, members, kind, value) => {
    const outcome = await send({ type: 'Check-In', ...members }, { settings: { omit: [name] } })
    expect(tracksOf(outcome).map(({ anonymousId }) => anonymousId)).toEqual([anonymousIdOf('', kind, value)])
  })

  test.each([
    ['survey_answers'],
    ['session_id'],
    ['amount'],
    ['expires_at'],
    ['added_wallets'],
    ['referral_code'],
    ['firstName'],
    ['wallet_12_balance'],
  ])('may name %s in any event', async (name) => {
    const outcome = await send({ type: 'Check-In', userId: 'U-1' }, { settings: { omit: [name] } })
    expect(outcome).toEqual(await send({ type: 'Check-In', userId: 'U-1' }))
  })
})
