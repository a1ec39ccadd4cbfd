import type { SegmentCall } from '../runtime'
import type { DeliveryOutcome } from '../tracking-api'
import { Changes } from './changes'
import { idsOf } from './guest'
import { Lane, type LaneOptions } from './lane'

interface LanesOptions extends LaneOptions {
  /** How many lanes there are. */
  readonly count: number
}

/**
 * Sends calls side by side, yet each guest's in their order: while a call is under way, those that share an id with it
 * follow in the same lane. That holds for a guest who was anonymous and becomes known, too.
 */
export class Lanes {
  readonly #lanes: readonly Lane[]
  readonly #places = new Map<string, { readonly lane: Lane; calls: number }>()
  readonly #left = new Changes()
  #isStopped = false

  constructor(options: LanesOptions) {
    this.#lanes = Array.from({ length: options.count }, () => new Lane(options))
  }

  /** Takes a call on, once the other calls of its guest are in one lane. `settle` is told what becomes of it. */
  async add(call: SegmentCall, settle: (outcome: DeliveryOutcome) => void): Promise<void> {
    const ids = idsOf(call)
    let lanes = this.#lanesOf(ids)
    while (lanes.size > 1 && !this.#isStopped) {
      await this.#left.next()
      lanes = this.#lanesOf(ids)
    }
    if (this.#isStopped) return
    const [lane = this.#shortest()] = lanes
    this.#enter(ids, lane)
    lane.add({
      call,
      settle: (outcome) => {
        this.#leave(ids)
        settle(outcome)
      },
    })
  }

  /** Sends nothing more; what Segment has already been given comes back. */
  stop(): void {
    this.#isStopped = true
    for (const lane of this.#lanes) lane.stop()
    this.#left.tell()
  }

  /** Waits until nothing is under way. */
  async drain(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.drain()))
  }

  #lanesOf(ids: readonly string[]): ReadonlySet<Lane> {
    return new Set(ids.flatMap((id) => this.#places.get(id)?.lane ?? []))
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
    this.#left.tell()
  }
}
