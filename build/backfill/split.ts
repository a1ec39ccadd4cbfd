import { BoundedText } from './bounded-text'
import type { Item } from './item'

/** Knows where the items of a text end. It is shown the text once, piece by piece. */
export interface Ends {
  /** The line, or the number, of the item under way. */
  readonly line: number
  /** Where in a piece, from a place on, the item under way ends: at a byte that belongs to none. -1 when it goes on. */
  next(chunk: Buffer, from: number): number
  /** Another item begins. The last one counts for none when it was blank. */
  begin(wasBlank: boolean): void
}

/** The items of a text that are not blank, as it is read; only one is held at a time. */
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
