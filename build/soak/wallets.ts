import type { Fragment } from './fragments'
import type { Random } from './random'
import type { SoakEvent } from './timeline'

/** The wallet whose points are reckoned up. The others are there to be told from it. */
export const pointsWallet = '12'
const code = Number(pointsWallet)
const visits = 15

/** Balances in one of the lists that tell of them. */
export function balancesOf({ number }: SoakEvent, random: Random): Fragment {
  const balance = `${number % 500}`
  return random.pick<Fragment>([
    { pointBalances: [{ walletCode: code, name: 'Points', balance }], rewardBalances: [] },
    { walletBalances: [{ walletCode: pointsWallet, name: 'Points', balance: Number(balance) }] },
    { account: { walletBalances: [{ code, label: 'Points', balance, giftable: false }] } },
    { wallets: { [pointsWallet]: balance, [visits]: { name: 'Visits', balance: '3' } } },
    {},
  ])
}

/** What was added and redeemed: as contents of wallets, as details of a transaction, or as both, which tell the same. */
export function changesOf({ added, redeemed }: SoakEvent, random: Random): Fragment {
  const contents: Fragment = {
    addWalletContents: [...contentsOf(added, random), { walletCode: visits, quantity: 1 }],
    redeemWalletContents: contentsOf(redeemed, random),
  }
  const points = { walletCode: code, walletName: 'Points', accrued: `${added}`, redeemed: `${redeemed}`, balance: '9' }
  const visit = { walletCode: visits, accrued: '1', redeemed: '0', balance: '3' }
  const details: Fragment = { details: [points, visit] }
  return random.pick([contents, details, { transaction: details }, { ...contents, ...details }])
}

function contentsOf(points: number, random: Random): Fragment[] {
  if (points === 0) return []
  return [{ walletCode: random.pick([code, pointsWallet]), quantity: random.pick([points, `${points}`]) }]
}
