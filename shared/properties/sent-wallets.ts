import type { SentValue } from '../declare/property'
import { fromJsonText, objectIn } from '../json/json-text'
import { foldName, keysAmong, orderAmong } from '../json/keys'
import { isObject, type JsonObject, unwrap } from '../json/values'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'
import { isUsableAsKey } from '../privacy/never-emitted'

/** What tells of one wallet. */
export interface SentWallet {
  readonly value: unknown
  /** The code under which it stands, where wallets stand by code. */
  readonly code?: string
  /** The list or object that holds it, and under which key. The deployed function leaves it out. */
  origin?: { readonly holder: object; readonly key: string | number }
}

/** The names of a wallet's code, the preferred first. */
export const codeNames = ['walletCode', 'code']

const orderOfCode = orderAmong(codeNames)

/** Whether a list holds a transaction's details, which also say what was accrued and redeemed. */
export function isDetails({ key }: SentValue): boolean {
  return foldName(key) === 'details'
}

/** Whether a list holds an account's balances; `details` and `walletInfo` tell of a transaction. */
export function isBalanceList(list: SentValue): boolean {
  return !isDetails(list) && foldName(list.key) !== 'walletinfo'
}

/** The items of a list, the wallets of an object by code, or what stands alone. */
export function sentWallets(list: SentValue): readonly SentWallet[] {
  const value = fromJsonText(list.value)
  if (isObject(value) && !namesCode(value)) return walletsByCode(value, isDetails(list))
  if (!Array.isArray(value)) return [{ value }]
  return value.map((item, key) => {
    const sent: SentWallet = { value: item }
    TRACE: sent.origin = { holder: value, key }
    return sent
  })
}

function namesCode(object: JsonObject): boolean {
  return keysAmong(object, orderOfCode).some((key) => identifier(unwrap(object[key])) !== undefined)
}

/** Objects by code or, except in details, also balances by code and the flat form `<code>_label`, `<code>_balance`. */
function walletsByCode(holder: JsonObject, areObjects: boolean): readonly SentWallet[] {
  const wallets: SentWallet[] = []
  for (const key of Object.keys(holder).filter(isUsableAsKey).sort()) {
    const value = unwrap(holder[key])
    const isWallet = objectIn(value) !== undefined
    const flat = isWallet || areObjects ? undefined : flatWallet(key, value)
    const code = identifier(isWallet ? key : flat?.code)
    if (code === undefined) continue
    const wallet: SentWallet = { value: flat?.value ?? value, code }
    TRACE: Object.assign(wallet, flat && { origin: { holder, key } })
    wallets.push(wallet)
  }
  return wallets
}

/** A balance under its code, or one member of the flat form. */
function flatWallet(key: string, value: unknown): SentWallet | undefined {
  const [, code, member] = /^(.+)_(label|balance)$/i.exec(key) ?? []
  if (code !== undefined && member !== undefined) return { value: { [member]: value }, code }
  return decimal(value) === undefined ? undefined : { value: { balance: value }, code: key }
}
