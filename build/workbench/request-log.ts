/** Anything that has a number of its own. */
interface Numbered {
  readonly id: number
}

/** The latest requests, the oldest of which make room for new ones. */
export class RequestLog<Request extends Numbered> {
  readonly #requests = new Map<number, Request>()
  #latest = 0

  constructor(readonly capacity: number) {}

  nextId(): number {
    this.#latest += 1
    return this.#latest
  }

  /** Keeps a request, or what became of it since. One that had made room stays away. */
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
