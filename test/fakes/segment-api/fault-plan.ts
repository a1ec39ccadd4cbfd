import { afterwards, type Fault, reset } from './faults'
import type { ReceivedRequest } from './request'
import { matchRoute, type RouteName } from './routes'

interface Interruption {
  writesLeft: number
  readonly isAnswerLost: boolean
  isOver: boolean
}

/** What is to go wrong, and when. An interruption comes before a route's fault, and that before those of every call. */
export class FaultPlan {
  readonly #ofRoutes = new Map<RouteName, Fault[]>()
  readonly #seen = new Set<string>()
  #ofEveryCall: Fault | undefined
  #interruption: Interruption | undefined

  /** The next `times` calls of a route fail. What is planned for a route one after the other happens in that order. */
  fail(route: RouteName, fault: Fault, times = 1): void {
    const faults = Array.from({ length: times }, () => fault)
    this.#ofRoutes.set(route, [...(this.#ofRoutes.get(route) ?? []), ...faults])
  }

  /** Every call fails the first time that its method and path come in. */
  failEveryCallOnce(fault: Fault): void {
    this.#seen.clear()
    this.#ofEveryCall = fault
  }

  /**
   * The caller is cut off after so many more writes that take effect: the next write, and every call after it, is
   * reset before anything is done. With `isAnswerLost` the answer to the last write is lost already, and all after it.
   */
  interruptAfter(writes: number, { isAnswerLost = false } = {}): void {
    this.#interruption = { writesLeft: writes, isAnswerLost, isOver: false }
  }

  /** Nothing goes wrong any more. */
  recover(): void {
    this.#ofRoutes.clear()
    this.#ofEveryCall = undefined
    this.#interruption = undefined
  }

  /** The fault of a request that has come in. */
  next(request: ReceivedRequest): Fault | undefined {
    return this.#interrupting(request) ?? this.#nextOfRoute(request) ?? this.#nextOfEveryCall(request)
  }

  /** To be called for each write that took effect. */
  noteWrite(): void {
    if (this.#interruption === undefined) return
    this.#interruption.writesLeft -= 1
    if (this.#interruption.isAnswerLost && this.#interruption.writesLeft === 0) this.#interruption.isOver = true
  }

  #interrupting({ method }: ReceivedRequest): Fault | undefined {
    const interruption = this.#interruption
    if (interruption === undefined) return undefined
    const isWrite = method !== 'GET'
    if (isWrite && interruption.writesLeft === 0) interruption.isOver = true
    if (interruption.isOver) return reset
    return isWrite && interruption.isAnswerLost && interruption.writesLeft === 1 ? afterwards(reset) : undefined
  }

  #nextOfRoute({ method, path }: ReceivedRequest): Fault | undefined {
    const match = matchRoute(method, path)
    return match && this.#ofRoutes.get(match.name)?.shift()
  }

  #nextOfEveryCall({ method, path }: ReceivedRequest): Fault | undefined {
    const call = `${method} ${path}`
    if (this.#seen.has(call)) return undefined
    this.#seen.add(call)
    return this.#ofEveryCall
  }
}
