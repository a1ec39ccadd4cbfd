/** Lines that are too long though they could be broken, and lines that end with spaces. */
export function badLines(text: string, width: number): string[] {
  const longestWord = (line: string) => Math.max(...line.split(' ').map((word) => word.length))
  return text.split('\n').filter((line) => {
    const isBreakable = longestWord(line) <= width / 3
    return (line.length > width && isBreakable) || line !== line.trimEnd()
  })
}
