/**
 * Fills lines of at most `width` characters with pieces, with a space between them. Lines after the first start with
 * `hang` spaces. A piece that is longer than a line is split.
 */
export function flow(pieces: readonly string[], width: number, hang = 0): string[] {
  const lines: string[] = []
  for (const piece of pieces.flatMap((one) => cut(one, width - hang))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + piece.length <= width) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(`${' '.repeat(last === undefined ? 0 : hang)}${piece}`)
  }
  return lines
}

/** Adds a comma to each piece except the last. */
export function withCommas(pieces: readonly string[]): string[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece},` : piece))
}

function cut(text: string, width: number): string[] {
  if (text.length <= width) return [text]
  // Splits between code points, so that no half character ends a line.
  const characters = Array.from(text)
  const count = Math.ceil(characters.length / width)
  return Array.from({ length: count }, (_, line) => characters.slice(line * width, (line + 1) * width).join(''))
}
