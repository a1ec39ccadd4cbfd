import type { Ends } from './split'

const [quote, comma, lineFeed] = [0x22, 0x2c, 0x0a]

/**
 * The rows of a CSV file (RFC 4180). A line end inside quotes does not end a row. Only a quote at a cell's start
 * counts.
 */
export class CsvEnds implements Ends {
  line = 1
  #lines = 1
  /** `closing`: after a quote inside a quoted cell. It ends the cell unless another quote follows. */
  #state: 'start' | 'plain' | 'quoted' | 'closing' = 'start'

  next(chunk: Buffer, from: number): number {
    for (let index = from; index < chunk.length; index++) {
      const byte = chunk[index]
      if (byte === lineFeed) this.#lines += 1
      if (this.#pass(byte)) return index
    }
    return -1
  }

  begin(): void {
    this.line = this.#lines
  }

  /** Whether this byte ends a row. */
  #pass(byte: number | undefined): boolean {
    if (this.#state === 'quoted') {
      if (byte === quote) this.#state = 'closing'
      return false
    }
    if (byte === quote && this.#state !== 'plain') this.#state = 'quoted'
    else this.#state = byte === comma || byte === lineFeed ? 'start' : 'plain'
    return byte === lineFeed
  }
}
