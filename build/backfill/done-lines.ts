/** Which lines of a file are done, as JSON: those up to `through`, except some. */
export interface DoneLinesJson {
  readonly through: number
  readonly except: readonly number[]
}

/** Which lines of a file are done. Takes as much memory as there are lines under way. */
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

  /** From here on a line is not done. Lines begin in their order. */
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
