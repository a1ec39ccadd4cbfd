import { describe } from '../declare/documentation'
import { type Property, property, type Reading, type SentValue, type WarnOfPart } from '../declare/property'
import { field, type RecordReader, record } from '../declare/record'
import { pauseMarks } from '../declare/usage'
import { objectIn } from '../json/json-text'
import { isEmpty, shapeOf } from '../json/values'
import { wordList } from '../json/word-list'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'
import { codeNames, isBalanceList, isDetails, sentWallets } from './sent-wallets'
import { readWallets, type Wallet } from './wallet'

/** Every list of wallets that Paytronix is known to send, and the three forms Segment documents. */
export const walletLists = property({
  name: 'wallets',
  type: 'array',
  names: wordList(
    'wallets walletBalances pointBalances rewardBalances storedValueBalances walletInfo details wallets_info all_wallets_info flat_wallets_info',
  ),
  sections: [{ at: 'account' }],
  outside: 'never',
  normalize: (value) => value,
  track: false,
})
DOCS: describe(
  walletLists,
  'Lists of wallets',
  'balances accountBalances loyaltyBalances pointsBalances walletList walletDetails rewardList',
)

/** All the event tells of wallets, merged. */
const wallets = mergedWallets({
  name: 'merged_wallets',
  complete: (_found, reading) => merged(reading, reading.sentValues(walletLists)),
})
DOCS: describe(wallets, "The event's wallets")

/** The wallets as the account's balance lists tell of them: what may become a trait of the guest. */
export const accountWallets = mergedWallets({
  name: 'account_wallets',
  complete(_found, reading) {
    const lists = reading.sentValues(walletLists)
    return lists.every(isBalanceList) ? reading.get(wallets) : merged(reading, lists.filter(isBalanceList))
  },
})
DOCS: describe(accountWallets, "The wallets of the guest's account")

export const walletsInfo = walletForm({
  name: 'wallets_info',
  type: 'object',
  form(known) {
    const balances: Record<string, number> = {}
    for (const { wallet_code, balance } of known) {
      if (wallet_code !== undefined && balance !== undefined) balances[wallet_code] = balance
    }
    return balances
  },
})
DOCS: describe(walletsInfo, 'Balance of each wallet, by wallet code')

export const allWalletsInfo = walletForm({ name: 'all_wallets_info', type: 'array', form: (known) => known })
DOCS: describe(
  allWalletsInfo,
  'Every wallet with all that is known: code, label, balance, scale, type, giftable, expirations',
)

export const flatWalletsInfo = walletForm({
  name: 'flat_wallets_info',
  type: 'object',
  form(known) {
    const flat: Record<string, string | number> = {}
    for (const { wallet_code, label, balance } of known) {
      if (wallet_code !== undefined && label !== undefined) flat[`${wallet_code}_label`] = label
      if (wallet_code !== undefined && balance !== undefined) flat[`${wallet_code}_balance`] = balance
    }
    return flat
  },
})
DOCS: describe(flatWalletsInfo, 'Label and balance of each wallet as scalars: <code>_label, <code>_balance')

export const walletProperties = [walletsInfo, allWalletsInfo, flatWalletsInfo]

/** What a transaction did to one wallet. */
export interface WalletChange {
  readonly wallet_code: string
  readonly label?: string
  readonly quantity: number
}

type Change = Omit<WalletChange, 'label'>

export const addedWallets = walletChanges({ name: 'added_wallets', listedIn: 'addWalletContents', detail: 'accrued' })
DOCS: describe(addedWallets, 'What was added to which wallet: wallet_code, label, quantity')

export const redeemedWallets = walletChanges({
  name: 'redeemed_wallets',
  listedIn: 'redeemWalletContents',
  detail: 'redeemed',
})
DOCS: describe(redeemedWallets, 'What was redeemed from which wallet: wallet_code, label, quantity')

/** Stands nowhere in the event itself, and is made of the lists in it. */
function mergedWallets(definition: Pick<Property<Wallet[]>, 'name' | 'complete'>): Property<Wallet[]> {
  return property({ ...definition, type: 'array', names: [], normalize: () => undefined, track: false })
}

/** Of several unreadable members one warning tells the first, and the number of the others. */
function merged(reading: Reading, lists: readonly SentValue[]): Wallet[] {
  let first: Parameters<WarnOfPart> | undefined
  let count = 0
  const warn: WarnOfPart = (...warning) => {
    first ??= warning
    count += 1
  }
  const known = readWallets(lists, reading.settings, warn)
  if (first !== undefined) {
    const [part, expected, value] = first
    const others = count === 1 ? '' : ` (and ${count - 1} more)`
    reading.warn('wallets_info', expected, `${shapeOf(value)}${others}`, part)
  }
  return known
}

interface FormDefinition<T> extends Pick<Property, 'name' | 'type'> {
  readonly form: (wallets: readonly Wallet[]) => T
}

/** One of the three forms: made of all the event tells of wallets or, when mapped, of what the mapping gives. */
function walletForm<T extends object>({ form, ...definition }: FormDefinition<T>): Property<T> {
  return property({
    ...definition,
    expected: 'wallets',
    names: [],
    outside: 'never',
    normalize: (value, settings, warn) =>
      unlessEmpty(form(readWallets([{ key: definition.name, value }], settings, warn))),
    complete: (found, reading) => found ?? unlessEmpty(form(reading.get(wallets) ?? [])),
  })
}

interface ChangesDefinition extends Pick<Property, 'name'> {
  readonly listedIn: string
  readonly detail: string
}

/** What was added or redeemed: the contents as listed or, where none are, what the transaction's details tell. */
function walletChanges({ listedIn, detail, ...definition }: ChangesDefinition): Property<WalletChange[]> {
  const details = changesBy(detail)
  const self: Property<WalletChange[]> = property({
    ...definition,
    type: 'array',
    expected: 'a list of wallet contents',
    also: [listedIn],
    normalize: changesBy('quantity').list('wallet_code', 'quantity'),
    complete(found, reading) {
      const changes = found ?? (reading.holds(self) ? [] : detailed(reading, details))
      // Labels come from the event's wallets, as the contents name only codes.
      const labels = new Map(reading.get(wallets)?.map(({ wallet_code, label }) => [wallet_code, label]))
      return unlessEmpty(changes.map((change) => withLabel(change, labels.get(change.wallet_code))))
    },
  })
  return self
}

/** The changes other than zero in the first details that tell of any. */
function detailed(reading: Reading, changes: RecordReader<Change>): WalletChange[] {
  for (const list of reading.sentValues(walletLists).filter(isDetails)) {
    TRACE: pauseMarks('unreadable')
    const found = sentWallets(list).flatMap(({ value, code }) => {
      const { wallet_code = code, quantity = 0 } = changes.read(
        objectIn(value) ?? {},
        reading.settings,
        () => undefined,
      )
      return wallet_code === undefined || quantity === 0 ? [] : [{ wallet_code, quantity }]
    })
    TRACE: pauseMarks()
    if (found.length > 0) return found
  }
  return []
}

/** How changes are read in which this member tells how much. */
function changesBy(quantity: string): RecordReader<Change> {
  return record<Change>({
    wallet_code: field(identifier, 'a code', ...codeNames),
    quantity: field(decimal, 'a decimal number', quantity),
  })
}

function withLabel({ wallet_code, quantity }: WalletChange, label: string | undefined): WalletChange {
  return label === undefined ? { wallet_code, quantity } : { wallet_code, label, quantity }
}

function unlessEmpty<T extends object>(collection: T): T | undefined {
  return isEmpty(collection) ? undefined : collection
}
