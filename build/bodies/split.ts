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

/** Splits a text into items, blank ones too. Yields the items that end in each chunk, and holds one unfinished item. */
export async function* split(chunks: AsyncIterable<Buffer>, ends: Ends): AsyncGenerator<readonly Item[]> {
  const text = new BoundedText()
  for await (const chunk of chunks) {
    const items: Item[] = []
    let start = 0
    for (let end = ends.next(chunk, start); end !== -1; end = ends.next(chunk, start)) {
      text.add(chunk.subarray(start, end))
      start = end + 1
      const item = { line: ends.line, ...text.take() }
      items.push(item)
      ends.begin(isBlank(item))
    }
    text.add(chunk.subarray(start))
    yield items
  }
  const last = { line: ends.line, ...text.take(), isUnfinished: true }
  if (last.text !== '') yield [last]
}

/** The bodies among items, without the whitespace around them. */
export function bodiesIn(items: readonly Item[]): Item[] {
  return items.flatMap((item) => {
    if (item.text === undefined) return [item]
    const text = item.text.trim()
    return text === '' ? [] : [{ ...item, text }]
  })
}

function isBlank({ text }: Item): boolean {
  return text !== undefined && text.trim() === ''
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
