import type { BodyResult, HistoryCall } from './body-result'

/** How often bodies were rejected for a reason, and where. */
export interface RejectionCount {
  readonly reason: string
  readonly count: number
  /** File and line of the first ones. */
  readonly places: readonly string[]
}

/** A guest takes about 40 bytes, so this number fits into the memory of `npm run backfill`. */
const usualGuests = 500_000
/** A reason quotes the event's type, so a file of anything else could have one for each line. */
const mostReasons = 1000
const mostPlaces = 10
const otherReasons = 'other reasons'

/** The figures of a history: what was sent, or what would be. */
export class Figures {
  /** The number of calls per track event, and of `identify`. */
  readonly events = new Map<string, number>()
  /** The number of unreadable values per property. */
  readonly unreadable = new Map<string, number>()
  readonly #reasons = new Map<string, { count: number; readonly places: string[] }>()
  readonly #guests = new Set<number>()
  /** Calls with a user id. The others have an anonymous id. */
  known = 0
  earliest: string | undefined
  latest: string | undefined
  /** The size of the calls as JSON. */
  bytes = 0
  readonly #mostGuests: number
  #hasMore = false

  constructor(mostGuests = usualGuests) {
    this.#mostGuests = mostGuests
  }

  /** Different guests. Not exact when there are more than the limit. */
  get guests(): { readonly count: number; readonly exact: boolean } {
    return { count: this.#guests.size, exact: !this.#hasMore }
  }

  /** The reasons of all rejections, most frequent first. */
  get rejections(): RejectionCount[] {
    const all = [...this.#reasons].map(([reason, found]) => ({ reason, ...found }))
    return all.sort((one, other) => other.count - one.count)
  }

  /** Counts the values of a body that were unreadable. */
  addUnreadable({ unreadable }: Pick<BodyResult, 'unreadable'>): void {
    for (const name of unreadable) this.unreadable.set(name, (this.unreadable.get(name) ?? 0) + 1)
  }

  addCall({ name, ids, time, json }: Pick<HistoryCall, 'name' | 'ids' | 'time' | 'json'>): void {
    this.events.set(name, (this.events.get(name) ?? 0) + 1)
    if (ids[0]?.startsWith('user ')) this.known += 1
    this.bytes += json.length
    if (time !== undefined) this.#addTime(time)
  }

  /** Counts a body under each of its reasons. */
  addRejection(reasons: readonly string[], place: string): void {
    for (const reason of new Set(reasons.map(withoutIndex))) {
      const isListed = this.#reasons.has(reason) || this.#reasons.size < mostReasons
      const key = isListed ? reason : otherReasons
      const found = this.#reasons.get(key) ?? { count: 0, places: [] }
      found.count += 1
      if (found.places.length < mostPlaces) found.places.push(place)
      this.#reasons.set(key, found)
    }
  }

  /** Remembers the call's guest. Only a dry run has the memory for it. */
  addGuest({ ids }: Pick<HistoryCall, 'ids'>): void {
    const guest = quickHash(ids[0] ?? '')
    if (this.#guests.size < this.#mostGuests) this.#guests.add(guest)
    else this.#hasMore ||= !this.#guests.has(guest)
  }

  /** All times have the same format, so comparing the texts compares the times. */
  #addTime(time: string): void {
    if (this.earliest === undefined || time < this.earliest) this.earliest = time
    if (this.latest === undefined || time > this.latest) this.latest = time
  }
}

/** 53 bits, evenly distributed: enough to count guests, and much faster than a digest (two FNV hashes side by side). */
function quickHash(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9dc5811c]
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193)
    high = Math.imul(high ^ low, 0x85ebca6b) ^ (high >>> 15)
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}

/** The same fault has the same reason, whichever event or column it is in. */
function withoutIndex(reason: string): string {
  return reason.replace(/^event\[\d+\]/, 'event').replace(/^column \d+: /, '')
}
