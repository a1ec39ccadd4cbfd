import { BoundedText } from './bounded-text'
import type { Item } from './item'

/** Finds where the items of a text end. It gets the text once, chunk by chunk. */
export interface Ends {
  /** The line or number of the current item. */
  readonly line: number
  /** The index of the byte that ends the current item; it belongs to no item. -1 when the item continues. */
  next(chunk: Buffer, from: number): number
  /** Starts the next item. A blank item does not count. */
  begin(wasBlank: boolean): void
}

/** Reads the items of a text that are not blank. Holds one item at a time. */
export async function* split(chunks: AsyncIterable<Buffer>, ends: Ends): AsyncGenerator<Item> {
  const text = new BoundedText()
  for await (const chunk of chunks) {
    let start = 0
    for (let end = ends.next(chunk, start); end !== -1; end = ends.next(chunk, start)) {
      text.add(chunk.subarray(start, end))
      start = end + 1
      const content = text.take()
      if (content !== undefined) yield { line: ends.line, ...content }
      ends.begin(content === undefined)
    }
    text.add(chunk.subarray(start))
  }
  const content = text.take()
  if (content !== undefined) yield { line: ends.line, ...content, isUnfinished: true }
}

const lineFeed = 0x0a

/** Each line is an item. */
export class LineEnds implements Ends {
  line = 1

  next(chunk: Buffer, from: number): number {
    return chunk.indexOf(lineFeed, from)
  }

  begin(): void {
    this.line += 1
  }
}
