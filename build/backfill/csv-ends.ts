import type { Ends } from './split'

const [quote, comma, lineFeed] = [0x22, 0x2c, 0x0a]

/** The rows of a CSV file (RFC 4180): a line end within quotation marks ends none, and marks quote at a cell's start only. */
export class CsvEnds implements Ends {
  readonly numbers = 'lines'
  /** `closing`: after a mark within quotation marks, which ends them unless another follows. */
  #state: 'start' | 'plain' | 'quoted' | 'closing' = 'start'

  endsAt(byte: number): boolean {
    if (this.#state === 'quoted') {
      if (byte === quote) this.#state = 'closing'
      return false
    }
    if (byte === quote && this.#state !== 'plain') this.#state = 'quoted'
    else this.#state = byte === comma || byte === lineFeed ? 'start' : 'plain'
    return byte === lineFeed
  }
}
