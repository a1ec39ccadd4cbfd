import { guestSections, type Pair, type Row, testRows } from './property-rows'
import { bothWays, callsOf, track } from './property-run'

const run = bothWays()

const sections = { account: [], cardInfo: [], card: [], primaryCard: [], 'account.primaryCard': [], ...guestSections }
const inTemplate = (...also: string[]) => ({ ...sections, cardTemplate: also, 'account.cardTemplate': also })
const inTier = (...also: string[]) => ({ ...sections, tier: also, 'account.tier': also })
const codes: readonly [Pair, Pair] = [
  [' 007 ', '007'],
  [2, '2'],
]
const labels: readonly [Pair, Pair] = [
  [' First Mate ', 'First Mate'],
  ['Captain', 'Captain'],
]

const rows: readonly Row[] = [
  {
    property: 'account_id',
    kind: 'code',
    values: [
      [' 51830427 ', '51830427'],
      [51830428, '51830428'],
    ],
    names: ['account_id', 'accountIds[0]'],
    sections: { ...sections, account: ['id'] },
  },
  {
    property: 'card_template_code',
    kind: 'code',
    values: codes,
    names: ['card_template_code'],
    sections: inTemplate('code'),
  },
  {
    property: 'card_template_label',
    kind: 'text',
    values: labels,
    names: ['card_template_label'],
    sections: inTemplate('label', 'name'),
  },
  { property: 'tier_code', kind: 'code', values: codes, names: ['tier_code'], sections: inTier('code') },
  { property: 'tier_label', kind: 'text', values: labels, names: ['tier_label'], sections: inTier('label', 'name') },
]
testRows(run, rows)

test('of several accounts the first counts', async () => {
  expect(await track(run, { accountIds: [51830427, 51830428] })).toMatchObject({
    properties: { account_id: '51830427' },
    warnings: [],
  })
})

test.each([['id'], ['code'], ['label'], ['tier'], ['accountStatus'], ['registrationStatus'], ['externalAccounts']])(
  '%s at the top level is no account’s',
  async (name) => expect(await track(run, { [name]: '5' })).toEqual({ properties: {}, warnings: [] }),
)

test('the standing in the program is a trait too, under the same names', async () => {
  const account = {
    id: 51830427,
    cardTemplateCode: 7,
    cardTemplateLabel: 'Rewards',
    tierCode: 2,
    tierLabel: 'First Mate',
  }
  const known = {
    account_id: '51830427',
    card_template_code: '7',
    card_template_label: 'Rewards',
    tier_code: '2',
    tier_label: 'First Mate',
  }
  const outcome = await run({ body: JSON.stringify({ eventType: 'Check-In', account }) })
  expect(callsOf(outcome).map((call) => call.traits ?? call.properties)).toEqual([known, known])
})
