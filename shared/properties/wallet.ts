import type { Normalize, SentValue, WarnOfPart } from '../declare/property'
import { field, record } from '../declare/record'
import { markUsage, unmark, usageOf } from '../declare/usage'
import { objectIn } from '../json/json-text'
import { isAbsent, isEmpty } from '../json/values'
import { date } from '../normalize/date'
import { decimal } from '../normalize/decimal'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { isUsableAsKey } from '../privacy/never-emitted'
import type { Settings } from '../settings/settings'
import { codeNames, isDetails, type SentWallet, sentWallets } from './sent-wallets'

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

const readExpirations = record<Expiration>({
  amount: field(decimal, 'a decimal number', 'amount'),
  expiration_date: field(date, 'a date', 'expirationDate'),
}).list()

const expirations: Normalize<Expiration[]> = (...sent) => {
  const readable = readExpirations(...sent)?.filter((one) => !isEmpty(one))
  return isEmpty(readable) ? undefined : readable
}

const walletRecord = record<Wallet>({
  wallet_code: field(identifier, 'a code', ...codeNames),
  label: field(text, 'text', 'label', 'name', 'walletName', 'description'),
  balance: field(decimal, 'a decimal number', 'balance'),
  scale: field(decimal, 'a number', 'scale'),
  wallet_type: field(identifier, 'text', 'walletType'),
  giftable: field(flag, 'a yes or no', 'giftable'),
  expirations: field(expirations, 'a list of amounts and dates', 'expirations'),
})

const expected = 'wallets with a code or a name'
/** Stands before a label among codes, and after every code. */
const labelMark = '\uffff'

/** Merges all lists into one, sorted by code. Where two speak of one wallet, the first readable value of a member wins. */
export function readWallets(lists: readonly SentValue[], settings: Settings, warn: WarnOfPart): Wallet[] {
  const merged = new Map<string, Wallet>()
  for (const list of lists) {
    const needsCode = isDetails(list)
    for (const sent of sentWallets(list)) {
      const wallet = readWallet(sent, needsCode, settings, warn)
      TRACE: mark(sent, wallet, needsCode)
      const key = keyOf(wallet, needsCode)
      if (key !== undefined) merge(merged, key, wallet)
      else if (!needsCode && isNone(sent, wallet)) warn('', expected, sent.value)
    }
  }
  return inOrder(merged)
}

/** Many may be one wallet, so nothing is copied but its members. */
function merge(merged: Map<string, Wallet>, key: string, wallet: Wallet): void {
  const earlier = merged.get(key)
  if (earlier === undefined) merged.set(key, wallet)
  else Object.assign(earlier, { ...wallet, ...earlier })
}

/** Of wallets by code, what holds nothing that is known is none; details also tell of what was accrued. */
function readWallet({ value, code }: SentWallet, isDetail: boolean, settings: Settings, warn: WarnOfPart): Wallet {
  const object = objectIn(value)
  const wallet = object === undefined ? {} : walletRecord.read(object, settings, warn)
  const isKeyed = code !== undefined && (isDetail || !isEmpty(wallet))
  return isKeyed ? { wallet_code: code, ...wallet } : wallet
}

/** A wallet is known by its code or, except in details, by its label; undefined for what is no wallet. */
function keyOf({ wallet_code, label }: Wallet, needsCode: boolean): string | undefined {
  // A code becomes a key of what is emitted, so it must not be a key that never is.
  if (wallet_code !== undefined) return isUsableAsKey(wallet_code) ? wallet_code : undefined
  return needsCode || label === undefined ? undefined : labelMark + label
}

/** Whether an item of a list, which the body does not leave empty, is no wallet. */
function isNone({ value, code }: SentWallet, { wallet_code, label }: Wallet): boolean {
  return (code ?? wallet_code ?? label) === undefined && !isAbsent(value)
}

/** Says of an item that is no wallet that it was left out, and of a scalar under a code what became of it. */
function mark({ value, code, origin }: SentWallet, wallet: Wallet, needsCode: boolean): void {
  const object = objectIn(value)
  if (needsCode && wallet.wallet_code === undefined && object !== undefined) unmark(object)
  if (origin === undefined) return
  const isItem = code === undefined && !needsCode && isNone({ value }, wallet)
  if (isItem) markUsage(origin.holder, origin.key, { verdict: 'unreadable', part: '', expected })
  const usages = code === undefined ? [] : Object.keys(object ?? {}).map((key) => usageOf(object ?? {}, key))
  for (const usage of usages) if (usage !== undefined) markUsage(origin.holder, origin.key, usage)
}

/** By code, numerically when all codes are digits; wallets known only by a label come last, by label. */
function inOrder(wallets: ReadonlyMap<string, Wallet>): Wallet[] {
  const isNumeric = [...wallets.keys()].every((key) => /^(?:\d+$|\uffff)/.test(key))
  const sorted = [...wallets].sort(([one], [other]) => {
    return (isNumeric && Number(one) - Number(other)) || (one < other ? -1 : 1)
  })
  return sorted.map(([, wallet]) => wallet)
}
