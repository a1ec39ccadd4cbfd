import type { WarnOfPart } from '../declare/property'
import { field, record } from '../declare/record'
import { foldName } from '../json/keys'
import { asList, isAbsent, isObject, type JsonObject, unwrap } from '../json/values'
import { date } from '../normalize/date'
import { decimal } from '../normalize/decimal'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { isUsableAsKey } from '../privacy/never-emitted'
import { trace } from '../read/trace'

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

/** A list of wallets as sent, and the name it was found under. */
export interface WalletSource {
  readonly key: string
  readonly value: unknown
}

type Sent = Partial<Record<keyof Wallet, unknown>>

const expirationRecord = record<Expiration>({
  amount: field(decimal, 'a decimal number', 'amount'),
  expiration_date: field((value) => date(value, { dateOrder: 'mdy' }), 'a date', 'expirationDate'),
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

/** Merges every list into one, sorted by code; where two lists speak of one wallet, the first value wins. */
export function readWallets(sources: readonly WalletSource[], warn: WarnOfPart): Wallet[] {
  const merged = new Map<string, Sent>()
  for (const source of sources) {
    for (const sent of sentWallets(source, warn)) {
      const identity = identityOf(sent, isDetails(source), warn)
      if (identity === undefined) continue
      const earlier = merged.get(identity)
      merged.set(identity, earlier === undefined ? sent : { ...sent, ...earlier })
    }
  }
  return sortWallets([...merged.values()].map((sent) => walletRecord.read(sent, warn)))
}

/** Whether a list holds an account's balances; `details` and `walletInfo` tell of a transaction. */
export function isBalanceList(source: WalletSource): boolean {
  return !isDetails(source) && foldName(source.key) !== 'walletinfo'
}

/** Whether a list holds a transaction's details, which also say what was accrued and redeemed. */
export function isDetails(source: WalletSource): boolean {
  return foldName(source.key) === 'details'
}

function sentWallets(source: WalletSource, warn: WarnOfPart): Sent[] {
  const { value } = source
  if (!isObject(value) || isDetails(source)) return listedWallets(source, warn)
  const alone = walletRecord.pick(value)
  return identifier(alone.wallet_code) === undefined ? keyedWallets(value) : [alone]
}

function listedWallets(source: WalletSource, warn: WarnOfPart): Sent[] {
  if (!Array.isArray(source.value)) {
    if (!isDetails(source)) warn('', 'a list of wallets', source.value)
    return []
  }
  const wallets: Sent[] = []
  for (const item of asList(source.value)) {
    if (isObject(item)) wallets.push(walletRecord.pick(item))
    else if (!isAbsent(item) && !isDetails(source)) warn('', 'a list of wallet objects', item)
  }
  return wallets
}

/** Wallets in an object: by code, or with `<code>_label` and `<code>_balance`; any other key is no wallet. */
function keyedWallets(value: JsonObject): Sent[] {
  TRACE: trace({ step: 'keyed', object: value, walletsAt: (raw) => keyedWallet(raw, unwrap(value[raw])) })
  return Object.keys(value)
    .sort()
    .filter(isUsableAsKey)
    .flatMap((raw) => keyedWallet(raw, unwrap(value[raw])))
}

function keyedWallet(raw: string, value: unknown): Sent[] {
  if (isAbsent(value)) return []
  if (isObject(value)) {
    const sent = walletRecord.pick(value)
    return Object.keys(sent).length > 0 ? [{ wallet_code: raw, ...sent }] : []
  }
  const [, code, field = ''] = /^(.+)_(label|balance)$/i.exec(raw) ?? []
  if (code !== undefined) return [{ wallet_code: code, [field.toLowerCase()]: value }]
  return decimal(value) === undefined ? [] : [{ wallet_code: raw, balance: value }]
}

/** A wallet is known by its code or, except in details, by its label; undefined for what is no wallet. */
function identityOf(sent: Sent, needsCode: boolean, warn: WarnOfPart): string | undefined {
  const code = identifier(sent.wallet_code)
  // A code becomes a key of what is emitted, so it must not be a key that never is.
  if (code !== undefined) return isUsableAsKey(code) ? code : undefined
  const label = needsCode ? undefined : text(sent.label)
  if (label === undefined && !needsCode) warn('', 'wallets with a code or a name', sent)
  return label && `\0${label}`
}

function readExpirations(value: unknown, warn: WarnOfPart): Expiration[] | undefined {
  const readable = expirationRecord.readAll(value, [], warn)?.filter((one) => Object.keys(one).length > 0)
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
