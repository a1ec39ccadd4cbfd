import type { SegmentCall } from '../runtime'
import type { Delivery, DeliveryOutcome } from '../tracking-api'
import type { Pace } from './pace'

export interface LaneOptions {
  readonly delivery: Pick<Delivery, 'deliver'>
  readonly pace: Pace
  /** Waits a moment for more calls, because fewer and larger deliveries cost less. */
  readonly gather: () => Promise<void>
  /** The most calls of one delivery. */
  readonly batch: number
  /** Gets the error of a delivery that failed after its retries. */
  readonly onFailure: (error: unknown) => void
}

/** A call, and a callback for its outcome. */
interface Sending {
  readonly call: SegmentCall
  readonly settle: (outcome: DeliveryOutcome) => void
}

/** Sends its calls in order. Calls that arrive during a delivery go into the next one. */
export class Lane {
  readonly #options: LaneOptions
  #queue: Sending[] = []
  #sending: readonly Sending[] = []
  #work: Promise<void> | undefined

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** The number of unfinished calls. */
  get length(): number {
    return this.#queue.length + this.#sending.length
  }

  add(sending: Sending): void {
    this.#queue.push(sending)
    this.#work ??= this.#send()
  }

  /** Drops the calls that are not being delivered yet. */
  stop(): void {
    this.#queue = []
  }

  async drain(): Promise<void> {
    while (this.#work !== undefined) await this.#work
  }

  async #send(): Promise<void> {
    const { batch, gather, pace, delivery, onFailure } = this.#options
    try {
      while (this.#queue.length > 0) {
        if (this.#queue.length < batch) await gather()
        const count = Math.min(batch, this.#queue.length)
        await pace(count)
        const sending = this.#queue.splice(0, count) // only as many as `pace` allowed, even if more have arrived
        this.#sending = sending
        const calls = sending.map(({ call }) => call)
        if (calls.length > 0) await delivery.deliver(calls, (index, outcome) => sending[index]?.settle(outcome))
        this.#sending = []
      }
    } catch (error) {
      onFailure(error)
    } finally {
      this.#work = undefined // without an await since the check that the queue is empty
    }
  }
}
