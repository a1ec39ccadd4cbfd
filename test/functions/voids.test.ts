import { bothWays, builtWith, type Members, track } from './property-run'

const run = bothWays()

describe('voided', () => {
  test.each<[sentence: string, event: Members, voided: boolean | undefined]>([
    ...['voided', 'isVoid', 'isVoided', 'void', 'reversed', 'isReversal', 'Is_Voided'].map(
      (name): [string, Members, boolean] => [`a flag ${name}`, { [name]: 'Y' }, true],
    ),
    ['any flag of several', { voided: false, reversed: 'true' }, true],
    ['the flag as sent, when nothing tells of a void', { isVoid: 'N' }, false],
    ['a state with the word', { transactionState: 'VOIDED' }, true],
    ['a result with the word', { result: 'transactionVoided' }, true],
    ['a result with the word beside a flag that says no', { result: 'saleReversal', voided: 'N' }, true],
    ['a type with the word behind a known one', { transactionType: 'VOID_ADD' }, true],
    ['an action with the word', { action: 'reversed' }, true],
    ['a word that only holds it', { result: 'avoided', transactionState: 'irreversible' }, undefined],
    ['nothing, never false by itself', { result: 'success' }, undefined],
    ['a flag in a section of a transaction', { transaction: { isVoid: 1 } }, true],
  ])('is told by %s', async (_, event, voided) => {
    const { properties, warnings } = await track(run, event)
    expect([properties?.voided, warnings]).toEqual([voided, []])
  })

  test('of an unreadable flag is left out with a warning', async () => {
    const { properties, warnings } = await track(run, { voided: 'perhaps' })
    expect(properties).toEqual({})
    expect(warnings).toEqual([
      'event[0].voided: expected a yes or no, such as true or "N", received a string; left out',
    ])
  })
})

describe('sent_type', () => {
  const aliased = builtWith({ eventAliases: { 'Void Add': 'Add/Redeem' }, mappings: {} })

  test.each<[sentence: string, event: Members, expected: unknown]>([
    ['the type is documented', { eventType: 'CHECK IN' }, undefined],
    ['the type is a documented other name', { eventType: 'Identify Guest' }, undefined],
    ['another candidate made it known', { event: 'VOID_VISIT', eventType: 'Check-In' }, 'VOID_VISIT'],
    ['the first candidate is known, whatever follows', { eventType: 'Check-In', type: 'VOID' }, undefined],
  ])('stands beside the name of the event unless %s', async (_, event, expected) => {
    const { properties } = await track(run, event)
    expect(properties?.sent_type).toBe(expected)
  })

  test('tells the alias as it was sent, and whether it was a void', async () => {
    const { properties } = await track(aliased, { eventType: ' Void  add' })
    expect(properties).toEqual({ voided: true, sent_type: 'Void  add' })
  })

  test('is absent where the event is tracked under its own name', async () => {
    const { properties } = await track(run, { eventType: 'No Such Event' }, { unknownEvents: 'track' })
    expect(properties).toEqual({})
  })
})

describe('transaction_state is also read of status', () => {
  const transactions = ['POS Activity', 'Add/Redeem', 'Recharge Value']
  test.each(transactions)('in the layers of %s', async (eventType) => {
    expect((await track(run, { eventType, status: 'Denied' })).properties).toEqual({ transaction_state: 'Denied' })
    expect((await track(run, { eventType, data: { status: 'Denied' } })).properties).toEqual({
      transaction_state: 'Denied',
    })
  })

  test.each(['Check-In', 'Web Registration', 'Survey Completion'])('but not in those of %s', async (eventType) => {
    expect((await track(run, { eventType, status: 'active' })).properties).toEqual({})
  })

  test('in transaction of every event, after the names of its own', async () => {
    const transaction = { status: 'Failed' }
    expect((await track(run, { transaction })).properties).toEqual({ transaction_state: 'Failed' })
    const event = { eventType: 'Add/Redeem', status: 'a', transaction, chargeResponse: { transactionState: 'b' } }
    expect((await track(run, event)).properties).toEqual({ transaction_state: 'b' })
    expect((await track(run, { ...event, transactionState: 'c' })).properties).toEqual({ transaction_state: 'c' })
  })
})
