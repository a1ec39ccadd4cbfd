import { hashOf } from './guest'

const most = 50_000
/** One more than the largest hash. */
const hashes = 2 ** 48

/**
 * Counts different guests in little memory: exactly up to 50,000, and from there on to about one percent. Past that only
 * hashes below a limit are kept, which is halved when they are too many (adaptive sampling, Flajolet 1990).
 */
export class GuestCount {
  readonly #seen = new Set<number>()
  #limit = hashes

  add(guest: string): void {
    const hash = hashOf(guest)
    if (hash >= this.#limit) return
    this.#seen.add(hash)
    if (this.#seen.size > most) this.#halve()
  }

  get isExact(): boolean {
    return this.#limit === hashes
  }

  get value(): number {
    return this.#seen.size * (hashes / this.#limit)
  }

  #halve(): void {
    this.#limit /= 2
    for (const hash of this.#seen) if (hash >= this.#limit) this.#seen.delete(hash)
  }
}
