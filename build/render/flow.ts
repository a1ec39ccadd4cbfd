import { widthOf } from './width'

/**
 * Fills lines of at most `width` columns with pieces, with a space between them. Lines after the first start with `hang`
 * spaces. A piece is split only between its words, and only when it is longer than a line. A longer word, such as a path,
 * has a line to itself, so that it is copied as a whole.
 */
export function flow(pieces: readonly string[], width: number, hang = 0): string[] {
  const lines: string[] = []
  for (const piece of pieces.flatMap((one) => (widthOf(one) > width - hang ? wordsIn(one) : [one]))) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last) + 1 + widthOf(piece) <= width) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(`${' '.repeat(last === undefined ? 0 : hang)}${piece}`)
  }
  return lines
}

/** A text in lines of at most `width` columns. Lines after the first start with `hang` spaces. */
export function flowText(text: string, width: number, hang = 0): string[] {
  return flow(text.split(' '), width, hang)
}

/** Adds a comma to each piece except the last. */
export function withCommas(pieces: readonly string[]): string[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece},` : piece))
}

/** The pieces of a text: its words. A date and its time, or a number with spaces, is one. */
export function wordsIn(text: string): string[] {
  return isDate(text) ? [text] : text.split(/(?<!\d) | (?!\d)/)
}

/** `Fri Jul 18 2025 19:04:32 GMT-0400 (Eastern Daylight Time)` */
const longestDate = 60
const beginsLikeDate = /^(?:[a-z]{3,9},? )?(?:\d{1,4}[-/. ][\da-z]{1,3}\b|[a-z]{3,9} \d{1,2}\b)/i

/** JavaScript takes nearly every text with a number for a date, so the beginning decides. */
function isDate(text: string): boolean {
  return text.length <= longestDate && beginsLikeDate.test(text) && !Number.isNaN(Date.parse(text))
}
