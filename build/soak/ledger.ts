import type { SegmentCall } from '../runtime'
import { Discrepancies, type Found } from './discrepancies'
import { Identities } from './identities'
import { type Points, PointTotals, pointsOf } from './points'
import { kinds, nameOf, type SoakEvent, type Timeline } from './timeline'

interface Entry {
  readonly event: SoakEvent
  track: number
  identify: number
}

/** What the ledger says at the end. */
export interface Balance {
  readonly calls: { readonly identify: number; readonly track: number }
  /** Track calls by the kinds of their events. */
  readonly tracked: Readonly<Record<string, number>>
  /** Guests who are one person before their registration and after it. */
  readonly guestsJoined: number
  /** The points of all guests together, as Segment has them. */
  readonly points: Points
}

/** Holds the calls that Segment would deliver against the events that took place. */
export class Ledger {
  readonly #timeline: Timeline
  readonly #found = new Discrepancies()
  readonly #identities = new Identities(this.#found)
  readonly #entries: ReadonlyMap<unknown, Entry>
  readonly #points = new PointTotals()

  constructor(timeline: Timeline) {
    this.#timeline = timeline
    this.#entries = new Map(
      timeline.events.map((event) => [new Date(event.at).toISOString(), { event, track: 0, identify: 0 }]),
    )
  }

  get found(): Found {
    return this.#found
  }

  /** Notes what is wrong beside the calls. */
  note(text: string): void {
    this.#found.add(text)
  }

  /** Notes a call. Its time tells which event it is of: the message id, which is tried here, has no part in it. */
  take(call: SegmentCall): void {
    const entry = this.#entries.get(call.timestamp)
    if (entry === undefined) this.note(`a call of type ${call.type} belongs to no event`)
    else this.#takeOf(entry, call)
  }

  #takeOf(entry: Entry, call: SegmentCall): void {
    const { event } = entry
    this.#identities.take(event, call)
    if (call.type === 'identify') entry.identify++
    if (call.type !== 'track') return
    entry.track++
    if (call.event !== event.kind) this.note(`${nameOf(event)}: its track call is named otherwise`)
    this.#points.add(String(call.userId ?? call.anonymousId), pointsOf(call))
  }

  /** Strikes the balance, when everything was delivered. */
  close(): Balance {
    const guestsJoined = this.#identities.countJoined(this.#timeline.guests)
    return { ...this.#countCalls(), guestsJoined, points: this.#comparePoints() }
  }

  #countCalls(): Pick<Balance, 'calls' | 'tracked'> {
    const calls = { identify: 0, track: 0 }
    const tracked: Record<string, number> = Object.fromEntries(kinds.map((kind) => [kind, 0]))
    for (const { event, track, identify } of this.#entries.values()) {
      if (track !== 1) this.note(`${nameOf(event)}: ${track} track calls, expected 1`)
      if (identify !== 1) this.note(`${nameOf(event)}: ${identify} identify calls, expected 1`)
      calls.track += track
      calls.identify += identify
      tracked[event.kind] = (tracked[event.kind] ?? 0) + track
    }
    return { calls, tracked }
  }

  #comparePoints(): Points {
    const received = this.#points.regrouped((id) => this.#identities.profileOf(id))
    const expected = new PointTotals()
    for (const event of this.#timeline.events) expected.add(String(event.guest.accountId), event)
    const all = new PointTotals()
    for (const { number, accountId } of this.#timeline.guests) {
      const [has, told] = [received.of(String(accountId)), expected.of(String(accountId))]
      all.add('all', has)
      if (has.added !== told.added) this.note(`guest ${number}: ${has.added} points added, expected ${told.added}`)
      if (has.redeemed !== told.redeemed)
        this.note(`guest ${number}: ${has.redeemed} points redeemed, expected ${told.redeemed}`)
    }
    return all.of('all')
  }
}
