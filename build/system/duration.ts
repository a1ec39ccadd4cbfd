const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** `2 h 5 min`: the two largest units. */
export function durationText(seconds: number): string {
  let rest = Math.max(1, Math.round(seconds))
  const first = units.findIndex(([, length]) => rest >= length)
  const parts = units.slice(first, first + 2).map(([unit, length]) => {
    const count = Math.floor(rest / length)
    rest -= count * length
    return count === 0 ? '' : `${count} ${unit}`
  })
  return parts.filter((part) => part !== '').join(' ')
}
