import { field, type RecordContext, record } from '../declare/record'
import { markUsage, pauseMarks, unmark } from '../declare/usage'
import { fromJsonText, objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import { isAbsent, isObject, type JsonObject, unwrap } from '../json/values'
import { date } from '../normalize/date'
import { decimal } from '../normalize/decimal'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { isUsableAsKey } from '../privacy/never-emitted'

/** A bucket of value on an account, with everything known of it. Balances are as sent, not scaled. */
export interface Wallet {
  wallet_code?: string
  label?: string
  balance?: number
  scale?: number
  wallet_type?: string
  giftable?: boolean
  expirations?: Expiration[]
}

export interface Expiration {
  amount?: number
  expiration_date?: string
}

/** A list of wallets as sent, and the key it was found under. */
export interface WalletSource {
  readonly key: string
  readonly value: unknown
}

const expirationRecord = record<Expiration>({
  amount: field(decimal, 'a decimal number', 'amount'),
  expiration_date: field((value, { settings }) => date(value, settings), 'a date', 'expirationDate'),
})

const walletRecord = record<Wallet>({
  wallet_code: field(identifier, 'a code', 'walletCode', 'code'),
  label: field(text, 'text', 'label', 'name', 'walletName', 'description'),
  balance: field(decimal, 'a decimal number', 'balance'),
  scale: field(decimal, 'a number', 'scale'),
  wallet_type: field(identifier, 'text', 'walletType'),
  giftable: field(flag, 'a yes or no', 'giftable'),
  expirations: field(readExpirations, 'a list of amounts and dates', 'expirations'),
})

/** Merges all lists into one, sorted by code. Where two speak of one wallet, the first readable value of a member wins. */
export function readWallets(sources: readonly WalletSource[], context: RecordContext): Wallet[] {
  const merged = new Map<string, Wallet>()
  for (const source of sources) {
    for (const wallet of walletsIn(source, context)) {
      const identity = identityOf(wallet, isDetails(source), context)
      const earlier = identity === undefined ? undefined : merged.get(identity)
      if (earlier !== undefined) Object.assign(earlier, { ...wallet, ...earlier })
      else if (identity !== undefined) merged.set(identity, wallet)
    }
  }
  return sortWallets([...merged.values()])
}

/** Whether a list holds an account's balances; `details` and `walletInfo` tell of a transaction. */
export function isBalanceList(source: WalletSource): boolean {
  return !isDetails(source) && foldName(source.key) !== 'walletinfo'
}

/** Whether a list holds a transaction's details, which also say what was accrued and redeemed. */
export function isDetails(source: WalletSource): boolean {
  return foldName(source.key) === 'details'
}

function walletsIn(source: WalletSource, context: RecordContext): readonly Wallet[] {
  const value = fromJsonText(source.value)
  if (isObject(value)) return walletsInObject(value, source, context)
  const wallets: Wallet[] = []
  const warn = isDetails(source) ? () => undefined : context.warn
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  if (items === undefined) warn('', 'a list of wallets', value)
  items?.forEach((item, index) => {
    const object = objectIn(item)
    const wallet = object && walletRecord.read(object, context)
    TRACE: object !== undefined && isDetails(source) && wallet?.wallet_code === undefined && unmark(object)
    TRACE: markItem(items, index, wallet, source)
    if (wallet !== undefined) wallets.push(wallet)
    else if (!isAbsent(item)) warn('', 'a list of wallet objects', item)
  })
  return wallets
}

/** Says of an item that is no wallet that it was left out. */
function markItem(items: readonly unknown[], index: number, wallet: Wallet | undefined, source: WalletSource): void {
  if (isDetails(source) || isAbsent(items[index])) return
  const expected = wallet === undefined ? 'a list of wallet objects' : 'wallets with a code or a name'
  const isWallet = wallet?.wallet_code !== undefined || wallet?.label !== undefined
  if (!isWallet) markUsage(items, index, { verdict: 'unreadable', part: '', expected })
}

/** One wallet that names its code, or wallets by code. */
function walletsInObject(value: JsonObject, source: WalletSource, context: RecordContext): readonly Wallet[] {
  TRACE: pauseMarks('used', 'unreadable')
  const alone = walletRecord.read(value, { ...context, warn: () => undefined })
  TRACE: pauseMarks()
  if (alone.wallet_code !== undefined) return [walletRecord.read(value, context)]
  const wallets: Wallet[] = []
  for (const key of Object.keys(value).sort()) {
    const member = unwrap(value[key])
    const wallet = isUsableAsKey(key) && !isAbsent(member) ? keyedWallet(key, member, source, context) : undefined
    if (wallet === undefined) continue
    TRACE: markMember(value, key, wallet)
    wallets.push(wallet)
  }
  return wallets
}

/** Says what became of a scalar under a wallet's code. */
function markMember(object: JsonObject, key: string, wallet: Wallet): void {
  if (objectIn(object[key]) !== undefined) return
  const verdict = wallet.balance === undefined && wallet.label === undefined ? 'unreadable' : 'used'
  const part = /_label$/i.test(key) ? '.label' : '.balance'
  markUsage(object, key, { verdict, part, expected: part === '.label' ? 'text' : 'a decimal number' })
}

/** A wallet object, a balance, or one member of the flat form `<code>_label`, `<code>_balance`. */
function keyedWallet(key: string, value: unknown, source: WalletSource, context: RecordContext): Wallet | undefined {
  const object = objectIn(value)
  const [, flatCode, member] = object === undefined ? (/^(.+)_(label|balance)$/i.exec(key) ?? []) : []
  const wallet_code = identifier(flatCode ?? key)
  if (wallet_code === undefined || (object === undefined && isDetails(source))) return undefined
  if (object !== undefined) {
    const wallet = walletRecord.read(object, context)
    return Object.keys(wallet).length > 0 || isDetails(source) ? { wallet_code, ...wallet } : undefined
  }
  if (member !== undefined) return { wallet_code, ...walletRecord.read({ [member]: value }, context) }
  const balance = decimal(value)
  return balance === undefined ? undefined : { wallet_code, balance }
}

/** A wallet is known by its code or, except in details, by its label; undefined for what is no wallet. */
function identityOf({ wallet_code, label }: Wallet, needsCode: boolean, context: RecordContext): string | undefined {
  // A code becomes a key of what is emitted, so it must not be a key that never is.
  if (wallet_code !== undefined) return isUsableAsKey(wallet_code) ? wallet_code : undefined
  if (needsCode) return undefined
  if (label === undefined) context.warn('', 'wallets with a code or a name', {})
  return label && `\0${label}`
}

function readExpirations(value: unknown, context: RecordContext): Expiration[] | undefined {
  const readable = expirationRecord.readAll(value, [], context)?.filter((one) => Object.keys(one).length > 0)
  return readable?.length ? readable : undefined
}

/** By code, numerically when all codes are digits; wallets known only by a label come last, by label. */
function sortWallets(wallets: Wallet[]): Wallet[] {
  const isNumeric = wallets.every(({ wallet_code = '0' }) => /^\d+$/.test(wallet_code))
  const rank = ({ wallet_code, label }: Wallet) => wallet_code ?? `\uffff${label}`
  return wallets.sort((left, right) => {
    const [one, other] = [rank(left), rank(right)]
    return (isNumeric && Number(one) - Number(other)) || (one < other ? -1 : 1)
  })
}
