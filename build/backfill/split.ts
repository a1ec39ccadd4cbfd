import { BoundedText } from './bounded-text'
import type { Item } from './item'

/** Knows, byte by byte, where the items of a text end. */
export interface Ends {
  /** Whether an item ends before this byte, which is a mark between items and belongs to none. */
  endsAt(byte: number): boolean
  /** What the items are told apart by. */
  readonly numbers: 'lines' | 'values'
}

const lineFeed = 0x0a

/** The items of a text that are not blank, as it is read; only one is held at a time. */
export async function* split(chunks: AsyncIterable<Buffer>, ends: Ends): AsyncGenerator<Item> {
  const text = new BoundedText()
  const place = new Place(ends.numbers)
  for await (const chunk of chunks) {
    let start = 0
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] ?? 0
      if (byte === lineFeed) place.passLine()
      if (!ends.endsAt(byte)) continue
      text.add(chunk.subarray(start, index))
      start = index + 1
      const content = text.take()
      if (content !== undefined) yield { line: place.line, ...content }
      place.next(content !== undefined)
    }
    text.add(chunk.subarray(start))
  }
  const content = text.take()
  if (content !== undefined) yield { line: place.line, ...content, isUnfinished: true }
}

/** Counts lines, or values that are not blank. */
class Place {
  line = 1
  #passed = 1

  constructor(readonly numbers: Ends['numbers']) {}

  passLine(): void {
    this.#passed += 1
  }

  next(isItem: boolean): void {
    if (this.numbers === 'lines') this.line = this.#passed
    else if (isItem) this.line += 1
  }
}

/** A line is an item. */
export function lineEnds(): Ends {
  return { numbers: 'lines', endsAt: (byte) => byte === lineFeed }
}
