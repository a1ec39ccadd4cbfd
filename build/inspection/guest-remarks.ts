import { groupBy } from '../system/group-by'
import { distinct, type InspectedBody, type Visit, visitsIn } from './guests'
import type { Remedy } from './remedy'

/**
 * A remark about the guests of several events. `shared id`: guests of different names or e-mails would get one id.
 * `placeholder`: many accounts share a card or phone, so it is nobody's. `leading zeros`: a card is also sent without
 * its zeros.
 */
export interface GuestRemark {
  readonly kind: 'shared id' | 'placeholder' | 'leading zeros'
  readonly value: string
  /** The names, accounts or cards that belong to it. */
  readonly others: readonly string[]
  readonly events: readonly { readonly file: string; readonly index: number }[]
}

/** A family may share a card or a phone. So many accounts do not. */
const accountsOfNobody = 3

export function guestRemarks(bodies: readonly InspectedBody[]): GuestRemark[] {
  const visits = visitsIn(bodies)
  return [
    ...remarks('shared id', visits, ({ userId, anonymousId }) => userId ?? anonymousId, differingPersons),
    ...remarks('placeholder', visits, ({ card }) => card, manyAccounts),
    ...remarks('placeholder', visits, ({ phone }) => phone, manyAccounts),
    ...remarks('leading zeros', visits, ({ card }) => card?.replace(/^0+(?=\d)/, '') ?? null, differingCards),
  ]
}

function remarks(
  kind: GuestRemark['kind'],
  visits: readonly Visit[],
  shared: (visit: Visit) => string | null,
  othersOf: (visits: readonly Visit[]) => readonly string[],
): GuestRemark[] {
  return [...groupBy(visits, shared)].flatMap(([value, alike]) => {
    const others = value === null ? [] : othersOf(alike)
    const events = alike.map(({ file, index }) => ({ file, index }))
    return value === null || others.length === 0 ? [] : [{ kind, value, others, events }]
  })
}

/** One person may change the name or the e-mail, but hardly both. */
function differingPersons(visits: readonly Visit[]): string[] {
  const emails = distinct(visits.map(({ email }) => email))
  const names = distinct(visits.map(({ name }) => name?.toLowerCase() ?? null))
  const isOne = emails.length < 2 || names.length < 2
  return isOne ? [] : distinct(visits.map(({ name, email }) => (email === null ? null : `${name} <${email}>`)))
}

function manyAccounts(visits: readonly Visit[]): string[] {
  const accounts = distinct(visits.map(({ account, userId }) => account ?? userId))
  return accounts.length < accountsOfNobody ? [] : accounts
}

function differingCards(visits: readonly Visit[]): string[] {
  const cards = distinct(visits.map(({ card }) => card))
  return cards.length < 2 ? [] : cards
}

/** Adds the cards and phones of many accounts to the placeholders, because they are nobody's. */
export function placeholderRemedies(remarksMade: readonly GuestRemark[], placeholders: unknown): Remedy[] {
  const values = distinct(remarksMade.map(({ kind, value }) => (kind === 'placeholder' ? value : null)))
  if (values.length === 0) return []
  const known = Array.isArray(placeholders) ? placeholders.map(String) : []
  const text = `${values.join(', ')} ${values.length === 1 ? 'belongs' : 'belong'} to many accounts, and so to nobody: a house card, or the number of a till.`
  const change = { settings: { placeholders: [...known, ...values] } }
  return [{ id: `settings placeholders ${values.join(' ')}`, kind: 'setting', text, change, isSure: true }]
}
