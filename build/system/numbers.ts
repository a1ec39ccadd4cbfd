const format = new Intl.NumberFormat('en-US')

/** `65,536` */
export function grouped(value: number): string {
  return format.format(value)
}

/** `1 call`, `2 calls` */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** How often each name occurs, in the order of first occurrence. */
export function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
