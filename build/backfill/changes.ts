/** Wakes waiting code after each change. */
export class Changes {
  #waiting: (() => void)[] = []

  /** Waits for the next change. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  notify(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
