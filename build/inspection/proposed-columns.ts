import { foldName } from '../../shared/json/keys'

/** Names for the columns of a wallet in reports, and the member of the wallet that each holds. */
const members: Readonly<Record<string, string>> = {
  accrued: 'accrued',
  added: 'accrued',
  earned: 'accrued',
  redeemed: 'redeemed',
  spent: 'redeemed',
  used: 'redeemed',
  balance: 'balance',
}

interface WalletColumn {
  readonly heading: string
  /** The words beside the member's: the wallet's name. */
  readonly wallet: string
  readonly member: string
}

/**
 * Paths for the columns of a report that hold wallets: `Points Accrued` → `details.points.accrued`. A report has no
 * wallet codes, so the wallet's name stands in place of the code. A column that only adds to money is the amount of a
 * recharge.
 */
export function proposedColumns(headings: readonly string[]): Record<string, string> {
  const found = headings.flatMap(walletColumn)
  return Object.fromEntries(
    found.map((column) => {
      const isAlone = found.every((other) => other === column || other.wallet !== column.wallet)
      return [column.heading, isAlone && isMoney(column) ? 'amount' : pathOf(column)]
    }),
  )
}

function walletColumn(heading: string): WalletColumn[] {
  const words = heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const at = words.findIndex((word) => Object.hasOwn(members, foldName(word)))
  const wallet = words.filter((_, index) => index !== at).join('_')
  const member = members[foldName(words[at] ?? '')]
  return member === undefined || wallet === '' ? [] : [{ heading, wallet: wallet.toLowerCase(), member }]
}

function isMoney({ wallet, member }: WalletColumn): boolean {
  return member === 'accrued' && /^(?:dollars?|value|amount|cash|money)$/.test(wallet)
}

function pathOf({ wallet, member }: WalletColumn): string {
  return `details.${wallet}.${member}`
}
