import type { DeliveryOutcome } from '../tracking-api'
import type { HistoryCall } from './body-result'
import { Changes } from './changes'
import { Lane, type LaneOptions } from './lane'

interface LanesOptions extends LaneOptions {
  /** The number of lanes. */
  readonly count: number
}

/**
 * Sends calls in parallel but keeps the order of each guest: while a call is unfinished, calls that share an id with it
 * go into the same lane. This also holds when an anonymous guest becomes known.
 */
export class Lanes {
  readonly #lanes: readonly Lane[]
  readonly #places = new Map<string, { readonly lane: Lane; calls: number }>()
  readonly #departures = new Changes()
  #isStopped = false

  constructor(options: LanesOptions) {
    this.#lanes = Array.from({ length: options.count }, () => new Lane(options))
  }

  /**
   * Queues a call, as soon as the other calls of its guest are in one lane. `settle` gets the outcome of the call.
   * Undefined when that is at once, as it nearly always is.
   */
  add(call: HistoryCall, settle: (outcome: DeliveryOutcome) => void): Promise<void> | undefined {
    if (this.#isStopped) return undefined
    const lane = this.#laneOf(call.ids)
    if (lane === 'several') return this.#departures.next().then(() => this.add(call, settle))
    const own = lane ?? this.#shortest()
    this.#enter(call.ids, own)
    own.add(call, (outcome) => {
      this.#leave(call.ids)
      settle(outcome)
    })
    return undefined
  }

  /** Starts no more deliveries. Running deliveries still finish. */
  stop(): void {
    this.#isStopped = true
    for (const lane of this.#lanes) lane.stop()
    this.#departures.notify()
  }

  /** Waits until all deliveries have ended. */
  async drain(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.drain()))
  }

  #laneOf(ids: readonly string[]): Lane | 'several' | undefined {
    let found: Lane | undefined
    for (const id of ids) {
      const lane = this.#places.get(id)?.lane
      if (lane === undefined) continue
      if (found !== undefined && found !== lane) return 'several'
      found = lane
    }
    return found
  }

  #shortest(): Lane {
    return this.#lanes.reduce((one, other) => (other.length < one.length ? other : one))
  }

  #enter(ids: readonly string[], lane: Lane): void {
    for (const id of ids) {
      const place = this.#places.get(id)
      if (place === undefined) this.#places.set(id, { lane, calls: 1 })
      else place.calls += 1
    }
  }

  #leave(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.#places.get(id)
      if (place === undefined) continue
      place.calls -= 1
      if (place.calls === 0) this.#places.delete(id)
    }
    this.#departures.notify()
  }
}
