import { synonymsOf } from '../../shared/declare/documentation'
import type { Property } from '../../shared/declare/property'
import { wordsOf } from '../../shared/json/words'
import { email as emailAddress } from '../../shared/normalize/email'
import { sharedProperties } from '../../shared/properties'
import { email, guestTraits, phone, userId } from '../../shared/properties/guest'
import { eventTime } from '../../shared/properties/own'
import { walletLists } from '../../shared/properties/wallets'

const traits = guestTraits.filter(({ type }) => type !== 'object')

/** The properties that a mapping can set, those of the event first. */
export function mappableProperties(own: readonly Property[]): readonly Property[] {
  const shared = [...sharedProperties, ...traits, userId, eventTime, walletLists]
  return [...new Set([...own, ...shared])].filter(({ name }) => !derived.has(name))
}

/** They are made from wallets and the type, and never read under their own name. */
const derived: ReadonlySet<string> = new Set(['wallets_info', 'all_wallets_info', 'flat_wallets_info', 'sent_type'])

/** Names that software puts around a value when it makes JSON of XML. They say nothing. */
const silent: ReadonlySet<string> = new Set(['', 't', 'text', 'cdata', 'value', 'attributes', 'attr', 'val'])

/** The most names at the end of a path that count together: `Member.Name.First`. */
const mostNames = 3

/** Words for the guest. A name means the same without them: `guestEmail` is `email`. */
const guestWords: ReadonlySet<string> = new Set(['guest', 'member', 'customer', 'patron', 'subscriber', 'user', 'px'])

/** Short forms of words in names of fields. */
const wholeWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ acct: 'account', addr: 'address', amt: 'amount', cd: 'code', crd: 'card', cust: 'customer', dt: 'date' },
    ...{ loc: 'location', mbr: 'member', nbr: 'number', nm: 'name', no: 'number', nr: 'number', num: 'number' },
    ...{ tm: 'time', tran: 'transaction', trans: 'transaction', trx: 'transaction', txn: 'transaction' },
  }),
)

/** The names that the end of a path spells, the longest first: `memberemail`, `email`. */
export function namesAtEnd(keys: readonly string[]): string[] {
  const names = keys.filter((key) => !/^\d+$/.test(key)).map(wholeWordsOf)
  const telling = names.filter((words) => !silent.has(words.join(''))).slice(-mostNames)
  const joined = telling.map((_, start) => telling.slice(start).flat().join(''))
  const last = telling.at(-1) ?? []
  return last.length > 1 && guestWords.has(last[0] ?? '') ? [...joined, last.slice(1).join('')] : joined
}

/** The words of a name in full, without the namespace of an XML name: `ns:AcctNo` → account, number. */
function wholeWordsOf(name: string): string[] {
  const words = wordsOf(name.replace(/^[A-Za-z][\w-]*:(?=\w)/, '')).filter((word) => word !== '')
  return words.map((word) => wholeWords.get(word) ?? word)
}

/** The names of each of these properties, folded, with a rank: its own names first, then what others call it. */
export function ranksOf(property: Property): ReadonlyMap<string, number> {
  const known = ranks.get(property) ?? ranked(property)
  ranks.set(property, known)
  return known
}

const ranks = new Map<Property, ReadonlyMap<string, number>>()

function ranked(property: Property): ReadonlyMap<string, number> {
  const inSections = property.soughtIn.flatMap(({ at, names }) => names.map((name) => spelled(at, name)))
  const names = [property.name, property.trait ?? property.name, ...inSections, ...synonymsOf(property)].map((name) =>
    wholeWordsOf(name).join(''),
  )
  return new Map(names.reverse().map((name, fromEnd) => [name, names.length - fromEnd]))
}

/** A name in a section counts with the section: `store code`. `code` alone is many things. */
function spelled(at: string, name: string): string {
  const plain = name.replace('[0]', '')
  if (plain === '.') return ''
  return ['event', 'properties', 'traits', 'transaction'].includes(at) ? plain : `${at.split('.').at(-1)} ${plain}`
}

/** Whether a property describes the guest, so it is never read where a value may be somebody else's. */
export function isGuests({ trait, outside }: Property): boolean {
  return trait !== undefined || outside === 'never' || outside === 'unlisted'
}

const looks: readonly (readonly [Property, (text: string) => boolean])[] = [
  [email, (text) => text.includes('@') && emailAddress(text) !== undefined],
  [phone, (text) => /^(?:\+\d[\d\s().-]{8,16}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})$/.test(text)],
  [eventTime, (text) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)],
]

/** The beginnings of words for other times than the event's. */
const otherTimes = ['expir', 'until', 'birth', 'valid', 'creat', 'updat', 'enrol', 'since', 'sent', 'deliver', 'receiv']

/** The property that a value looks like. Words in its path may say that it is another time. */
export function lookOf(value: unknown, keys: readonly string[]): Property | undefined {
  if (typeof value !== 'string') return undefined
  const property = looks.find(([, looksAlike]) => looksAlike(value.trim()))?.[0]
  const words = keys.flatMap(wordsOf)
  const isOther = words.some((word) => otherTimes.some((beginning) => word.startsWith(beginning)))
  return property === eventTime && isOther ? undefined : property
}
