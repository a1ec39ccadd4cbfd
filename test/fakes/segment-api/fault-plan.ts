import { afterwards, type Fault, reset } from './faults'
import type { ReceivedRequest } from './request'
import { matchRoute, type RouteName } from './routes'

interface Interruption {
  writesLeft: number
  readonly isAnswerLost: boolean
  isOver: boolean
}

/** The planned faults. An interruption comes before the faults of a route, and these before the faults of all calls. */
export class FaultPlan {
  readonly #ofRoutes = new Map<RouteName, Fault[]>()
  readonly #seen = new Set<string>()
  readonly #before = new Map<RouteName, () => void>()
  #ofEveryCall: Fault | undefined
  #interruption: Interruption | undefined

  /** Makes the next `times` calls of a route fail. Several faults of a route happen in the order of planning. */
  fail(route: RouteName, fault: Fault, times = 1): void {
    const faults = Array.from({ length: times }, () => fault)
    this.#ofRoutes.set(route, [...(this.#ofRoutes.get(route) ?? []), ...faults])
  }

  /** Makes every call fail the first time that its method and path arrive. */
  failEveryCallOnce(fault: Fault): void {
    this.#seen.clear()
    this.#ofEveryCall = fault
  }

  /** Lets something happen at the moment at which the next call of a route arrives. */
  beforeNext(route: RouteName, happening: () => void): void {
    this.#before.set(route, happening)
  }

  /**
   * Cuts the caller off after this many successful writes: the next write and every call after it are reset and do
   * nothing. With `isAnswerLost`, the answer to the last successful write is lost too.
   */
  interruptAfter(writes: number, { isAnswerLost = false } = {}): void {
    this.#interruption = { writesLeft: writes, isAnswerLost, isOver: false }
  }

  /** Removes all faults. */
  recover(): void {
    this.#ofRoutes.clear()
    this.#ofEveryCall = undefined
    this.#interruption = undefined
  }

  /** The fault for a received request. */
  next(request: ReceivedRequest): Fault | undefined {
    const { name } = matchRoute(request.method, request.path) ?? {}
    const happening = name && this.#before.get(name)
    if (name !== undefined && this.#before.delete(name)) happening?.()
    return this.#interrupting(request) ?? this.#nextOfRoute(request) ?? this.#nextOfEveryCall(request)
  }

  /** Must be called for each successful write. */
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
