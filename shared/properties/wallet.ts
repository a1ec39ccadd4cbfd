import { field, type RecordContext, record } from '../declare/record'
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
  if (!Array.isArray(value)) warn('', 'a list of wallets', value)
  for (const item of Array.isArray(value) ? value : []) {
    const object = objectIn(item)
    if (object !== undefined) wallets.push(walletRecord.read(object, context))
    else if (!isAbsent(item)) warn('', 'a list of wallet objects', item)
  }
  return wallets
}

/** One wallet that names its code, or wallets by code. */
function walletsInObject(value: JsonObject, source: WalletSource, context: RecordContext): readonly Wallet[] {
  const alone = walletRecord.read(value, { ...context, warn: () => undefined })
  if (alone.wallet_code !== undefined) return [walletRecord.read(value, context)]
  const wallets: Wallet[] = []
  for (const key of Object.keys(value).sort()) {
    const member = unwrap(value[key])
    const wallet = isUsableAsKey(key) && !isAbsent(member) ? keyedWallet(key, member, source, context) : undefined
    if (wallet !== undefined) wallets.push(wallet)
  }
  return wallets
}

/** A wallet object, a balance, or one member of the flat form `<code>_label`, `<code>_balance`. */
function keyedWallet(key: string, value: unknown, source: WalletSource, context: RecordContext): Wallet | undefined {
  const object = objectIn(value)
  if (object !== undefined) {
    const wallet = walletRecord.read(object, context)
    return Object.keys(wallet).length > 0 || isDetails(source) ? { wallet_code: key, ...wallet } : undefined
  }
  if (isDetails(source)) return undefined
  const [, code, member] = /^(.+)_(label|balance)$/i.exec(key) ?? []
  if (code !== undefined && member !== undefined) {
    return { wallet_code: code, ...walletRecord.read({ [member]: value }, context) }
  }
  const balance = decimal(value)
  return balance === undefined ? undefined : { wallet_code: key, balance }
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
