import type { SegmentCall } from '../runtime'
import type { Delivery, DeliveryOutcome } from '../tracking-api'
import type { Pace } from './pace'

export interface LaneOptions {
  readonly delivery: Pick<Delivery, 'deliver'>
  readonly pace: Pace
  /** Gives calls a moment to gather, as fewer and larger deliveries cost less. */
  readonly gather: () => Promise<void>
  /** The most calls of one delivery. */
  readonly batch: number
  /** Is told when a delivery failed for good. */
  readonly failed: (error: unknown) => void
}

/** A call, and who is told what becomes of it. */
interface Sending {
  readonly call: SegmentCall
  readonly settle: (outcome: DeliveryOutcome) => void
}

/** Sends its calls one after the other: what gathers during one delivery goes with the next. */
export class Lane {
  readonly #options: LaneOptions
  #queue: Sending[] = []
  #sending: readonly Sending[] = []
  #work: Promise<void> | undefined

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** Calls under way. */
  get length(): number {
    return this.#queue.length + this.#sending.length
  }

  add(sending: Sending): void {
    this.#queue.push(sending)
    this.#work ??= this.#send()
  }

  /** Lets go of what was not handed over yet. */
  stop(): void {
    this.#queue = []
  }

  async drain(): Promise<void> {
    while (this.#work !== undefined) await this.#work
  }

  async #send(): Promise<void> {
    const { batch, gather, pace, delivery, failed } = this.#options
    try {
      while (this.#queue.length > 0) {
        if (this.#queue.length < batch) await gather()
        const count = Math.min(batch, this.#queue.length)
        await pace(count)
        const sending = this.#queue.splice(0, count) // no more than may pass, though others came meanwhile
        this.#sending = sending
        const calls = sending.map(({ call }) => call)
        if (calls.length > 0) await delivery.deliver(calls, (index, outcome) => sending[index]?.settle(outcome))
        this.#sending = []
      }
    } catch (error) {
      failed(error)
    } finally {
      this.#work = undefined // in the same moment in which the queue was seen to be empty
    }
  }
}
