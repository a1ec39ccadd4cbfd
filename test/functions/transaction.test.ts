import { events } from '../../functions/events'
import { type Pair, type Row, testRows } from './property-rows'
import { bothWays, track } from './property-run'

const run = bothWays()

const ids: readonly [Pair, Pair] = [
  [' 0077309155 ', '0077309155'],
  [118204, '118204'],
]
const states: readonly [Pair, Pair] = [
  [' authorizedSuccess ', 'authorizedSuccess'],
  ['failure', 'failure'],
]

const rows: readonly Row[] = [
  { property: 'merchant_id', kind: 'code', values: ids, names: ['merchant_id'], sections: { headerInfo: [] } },
  {
    property: 'transaction_id',
    kind: 'code',
    values: ids,
    names: ['transaction_id', 'pxTransactionId', 'transactionIdLong'],
    sections: {},
  },
  {
    property: 'pos_transaction_id',
    kind: 'code',
    values: ids,
    names: ['pos_transaction_id', 'posTransactionNumber'],
    sections: { headerInfo: [] },
  },
  {
    property: 'channel',
    kind: 'other',
    values: [
      [' POS ', 'POS'],
      ['PARTNER', 'PARTNER'],
    ],
    names: ['channel', 'senderId'],
    sections: { headerInfo: [] },
  },
  { property: 'result', kind: 'text', values: states, names: ['result'], sections: {} },
  {
    property: 'transaction_state',
    kind: 'text',
    values: states,
    names: ['transaction_state'],
    sections: { chargeResponse: [], transaction: ['status'] },
  },
]
testRows(run, rows)

describe('the merchant', () => {
  test.each([
    ['of the event wins over the setting', { merchantId: 90417 }, { merchantId: '7' }, '90417'],
    ['of headerInfo wins over the setting', { headerInfo: { merchantId: '90417' } }, { merchantId: '7' }, '90417'],
    ['is the setting where the event names none', {}, { merchantId: ' 7 ' }, '7'],
    ['is the setting where the event’s is blank', { merchantId: ' ' }, { merchantId: '7' }, '7'],
  ])('%s', async (_, event, settings, emitted) => {
    expect(await track(run, event, settings)).toEqual({ properties: { merchant_id: emitted }, warnings: [] })
  })

  test('is absent where neither names one', async () => {
    expect(await track(run, {}, { merchantId: '' })).toEqual({ properties: {}, warnings: [] })
  })
})

test.each(events.map(({ name }) => [name]))('%s tells a denied transaction from a good one', async (eventType) => {
  const denied = { eventType, result: 'failure', chargeResponse: { transactionState: 'Declined' } }
  expect(await track(run, denied)).toEqual({
    properties: { result: 'failure', transaction_state: 'Declined' },
    warnings: [],
  })
})

test.each([['failure'], ['Declined']])('%s in any other section is no state', async (state) => {
  const inner = { result: state, transactionState: state }
  expect(await track(run, { headerInfo: inner, account: inner, check: inner, store: inner })).toEqual({
    properties: {},
    warnings: [],
  })
})
