/** Lets those who wait for a change look again whenever there was one. */
export class Changes {
  #waiting: (() => void)[] = []

  /** Waits for the next change. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  tell(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
