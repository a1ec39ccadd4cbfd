import type { Delivery, DeliveryOutcome } from '../tracking-api'
import { batchSize } from '../tracking-api'
import type { HistoryCall } from './body-result'

export interface LaneOptions {
  readonly delivery: Delivery
  /** Waits a moment for more calls, because fewer and larger deliveries cost less. */
  readonly gather: () => Promise<void>
  /** The most calls of one delivery. */
  readonly batch: number
  /** Gets the error of a delivery that failed after its retries. */
  readonly onFailure: (error: unknown) => void
}

/** A call, and a callback for its outcome. */
interface Sending {
  readonly call: HistoryCall
  readonly settle: (outcome: DeliveryOutcome) => void
}

/** More calls than this do not fit into one delivery. */
const fullBytes = 480_000

/** Sends its calls in order. Calls that arrive during a delivery go into the next one. */
export class Lane {
  readonly #options: LaneOptions
  #queue: Sending[] = []
  #queuedBytes = 0
  #sending: readonly Sending[] = []
  #work: Promise<void> | undefined
  #isEnding = false
  #onFull: () => void = () => undefined

  constructor(options: LaneOptions) {
    this.#options = options
  }

  /** The number of unfinished calls. */
  get length(): number {
    return this.#queue.length + this.#sending.length
  }

  add(call: HistoryCall, settle: (outcome: DeliveryOutcome) => void): void {
    this.#queue.push({ call, settle })
    this.#queuedBytes += call.json.length
    if (this.#isFull()) this.#onFull()
    this.#work ??= this.#send()
  }

  /** Drops the calls that are not being delivered yet. */
  stop(): void {
    this.#queue = []
    this.#queuedBytes = 0
    this.#onFull()
  }

  /** Delivers what is left, without waiting for more. */
  async drain(): Promise<void> {
    this.#isEnding = true
    this.#onFull()
    while (this.#work !== undefined) await this.#work
  }

  #isFull(): boolean {
    return this.#isEnding || this.#queue.length >= this.#options.batch || this.#queuedBytes >= fullBytes
  }

  async #send(): Promise<void> {
    const { batch, delivery, onFailure } = this.#options
    try {
      while (this.#queue.length > 0) {
        await this.#gathered()
        const count = batchSize(
          this.#queue.map(({ call }) => call),
          batch,
        )
        const sending = this.#queue.splice(0, count)
        const calls = sending.map(({ call }) => call)
        for (const { json } of calls) this.#queuedBytes -= json.length
        this.#sending = sending
        if (calls.length > 0) await delivery.deliver(calls, (index, outcome) => sending[index]?.settle(outcome))
        this.#sending = []
      }
    } catch (error) {
      onFailure(error)
    } finally {
      this.#work = undefined // without an await since the check that the queue is empty
    }
  }

  /** Waits until a delivery is full, or for a moment. */
  async #gathered(): Promise<void> {
    if (this.#isFull()) return
    const full = new Promise<void>((resolve) => {
      this.#onFull = resolve
    })
    await Promise.race([full, this.#options.gather()])
  }
}
