import stringWidth from 'string-width'

/** How many columns a text takes in a terminal: wide characters take two, colours none. */
export function widthOf(text: string): number {
  // Most texts are plain, and counting those is much faster.
  return /^[\u0020-\u007e]*$/.test(text) ? text.length : stringWidth(text)
}

export function widest(lines: readonly string[]): number {
  return Math.max(1, ...lines.map(widthOf))
}

/** A text with as many spaces after it as it takes to be so wide. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
