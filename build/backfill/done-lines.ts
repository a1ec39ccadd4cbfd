/** The done lines of a file as JSON: all up to `through`, with exceptions. */
export interface DoneLinesJson {
  readonly through: number
  readonly except: readonly number[]
}

/** The done lines of a file. Memory grows only with the number of lines in progress. */
export class DoneLines {
  #through: number
  readonly #except: Set<number>

  constructor({ through, except }: DoneLinesJson = { through: 0, except: [] }) {
    this.#through = through
    this.#except = new Set(except)
  }

  has(line: number): boolean {
    return line <= this.#through && !this.#except.has(line)
  }

  /** Marks a line as in progress. Lines begin in order. */
  begin(line: number): void {
    this.#through = Math.max(this.#through, line)
    this.#except.add(line)
  }

  end(line: number): void {
    this.#except.delete(line)
  }

  toJSON(): DoneLinesJson {
    return { through: this.#through, except: [...this.#except] }
  }
}
