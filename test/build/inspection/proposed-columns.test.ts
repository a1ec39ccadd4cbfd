import { proposedColumns } from '../../../build/inspection/proposed-columns'

const points = {
  'Points Accrued': 'details.points.accrued',
  'Points Redeemed': 'details.points.redeemed',
  'Points Balance': 'details.points.balance',
}

test.each<[string, string[], Record<string, string>]>([
  ['three columns of a wallet', ['Card Number', ...Object.keys(points), 'Check No.'], points],
  ['a wallet of several words', ['Free Entree Balance'], { 'Free Entree Balance': 'details.free_entree.balance' }],
  [
    'other words and spellings',
    ['VisitsEarned', 'visits_spent', 'Balance - Visits'],
    {
      VisitsEarned: 'details.visits.accrued',
      visits_spent: 'details.visits.redeemed',
      'Balance - Visits': 'details.visits.balance',
    },
  ],
  ['money that is only added', ['Dollars Added'], { 'Dollars Added': 'amount' }],
  [
    'money that is a wallet',
    ['Dollars Added', 'Dollars Balance'],
    { 'Dollars Added': 'details.dollars.accrued', 'Dollars Balance': 'details.dollars.balance' },
  ],
  ['no wallet', ['Card Number', 'Balance', 'Tier'], {}],
])('of %s: %j', (_, headings, expected) => expect(proposedColumns(headings)).toEqual(expected))
