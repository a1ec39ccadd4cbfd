/** Anything with a unique number. */
interface Numbered {
  readonly id: number
}

/** The latest requests. New requests replace the oldest ones. */
export class RequestLog<Request extends Numbered> {
  readonly #requests = new Map<number, Request>()
  #latest = 0

  constructor(readonly capacity: number) {}

  nextId(): number {
    this.#latest += 1
    return this.#latest
  }

  /** Adds a request or updates it. A request that was already replaced stays away. */
  keep(request: Request): void {
    this.#requests.set(request.id, request)
    if (this.#requests.size > this.capacity) this.#requests.delete(Math.min(...this.#requests.keys()))
  }

  find(id: number): Request | undefined {
    return this.#requests.get(id)
  }

  /** The newest first. */
  all(): Request[] {
    return [...this.#requests.values()].sort((one, other) => other.id - one.id)
  }
}
