import { groupBy } from '../system/group-by'
import type { Inspection } from './inspection'

/** An inspected body and its file. */
export interface InspectedBody {
  readonly file: string
  readonly inspection: Inspection
}

/** One of the ids that Segment would get for a guest, and the events with it. */
interface GuestId {
  readonly id: string
  readonly events: readonly { readonly file: string; readonly index: number }[]
}

/** A guest who would get several ids in Segment. */
export interface SplitGuest {
  readonly kind: 'userId' | 'anonymousId'
  /** The accounts and cards that its events share. They show that it is one guest. */
  readonly accounts: readonly string[]
  readonly cards: readonly string[]
  readonly ids: readonly GuestId[]
}

/** An accepted event, with what identifies its guest. */
export interface Visit {
  /** The number of the body among those given. */
  readonly body: number
  readonly file: string
  readonly index: number
  readonly userId: string | null
  readonly anonymousId: string | null
  readonly account: string | null
  readonly card: string | null
  readonly merchant: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly name: string | null
}

/** The accepted events in these bodies. */
export function visitsIn(bodies: readonly InspectedBody[]): Visit[] {
  return bodies.flatMap(({ file, inspection }, body) => {
    const accepted = inspection.events.filter(({ rejection }) => rejection === null)
    return accepted.map(({ index, identity: { userId, anonymousId, guest } }) => {
      return { body, file, index, userId, anonymousId, ...guest }
    })
  })
}

/**
 * Groups events by guest. Events that share an account or a card are of one guest, if they do not name different
 * merchants.
 */
export function guestsIn(visits: readonly Visit[]): Visit[][] {
  const joined = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = joined.get(root); next !== undefined; next = joined.get(root)) root = next
    // Makes the way short for the next time.
    for (let one = key; one !== root; ) {
      const next = joined.get(one) ?? root
      joined.set(one, root)
      one = next
    }
    return root
  }
  const keysOf = guestKeys(visits)
  const known = visits.map((visit) => ({ visit, keys: keysOf(visit) })).filter(({ keys }) => keys.length > 0)
  for (const { keys } of known) {
    const [first = '', ...others] = keys.map(rootOf)
    for (const other of others) if (other !== first) joined.set(other, first)
  }
  const groups = groupBy(known, ({ keys: [key = ''] }) => rootOf(key))
  return [...groups.values()].map((group) => group.map(({ visit }) => visit))
}

/** How a guest's events are split among ids; undefined when they are not. */
export function splitOf(visits: readonly Visit[]): SplitGuest | undefined {
  const users = idsOf(visits, ({ userId }) => userId)
  // Identify calls join one anonymous id to the user id, but two anonymous ids stay apart.
  const anonymous = idsOf(visits, ({ userId, anonymousId }) => (userId === null ? anonymousId : null))
  const [kind, ids] = users.length > 1 ? (['userId', users] as const) : (['anonymousId', anonymous] as const)
  const accounts = distinct(visits.map(({ account }) => account))
  const cards = distinct(visits.map(({ card }) => card))
  return ids.length < 2 ? undefined : { kind, accounts, cards, ids }
}

export function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}

/** Two merchants may use the same number. An event without a merchant may be of the merchant that others name. */
function guestKeys(visits: readonly Visit[]): (visit: Visit) => string[] {
  const merchants = new Map<string, Set<string>>()
  for (const visit of visits) {
    for (const key of plainKeys(visit)) {
      const named = merchants.get(key) ?? new Set()
      merchants.set(key, visit.merchant === null ? named : named.add(visit.merchant))
    }
  }
  const isShared = (key: string) => (merchants.get(key)?.size ?? 0) > 1
  return (visit) => plainKeys(visit).map((key) => (isShared(key) ? `${key} of ${visit.merchant}` : key))
}

function plainKeys({ account, card }: Visit): string[] {
  return [account && `account ${account}`, card && `card ${card}`].filter((key) => key !== null)
}

function idsOf(visits: readonly Visit[], idOf: (visit: Visit) => string | null): GuestId[] {
  return [...groupBy(visits, idOf)].flatMap(([id, of]) => {
    return id === null ? [] : [{ id, events: of.map(({ file, index }) => ({ file, index })) }]
  })
}
