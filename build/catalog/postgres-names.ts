const longestName = 63

/**
 * Valid PostgreSQL names, in the same order. PostgreSQL silently cuts a name after 63 bytes, so they are cut here. When
 * two names become equal, the later one gets a number: `…_2`. Snake-cased names are ASCII.
 */
export function postgresNames(names: readonly string[]): string[] {
  const taken = new Set(names.filter((name) => name.length <= longestName))
  return names.map((name) => {
    if (name.length <= longestName) return name
    const free = freeName(name, taken)
    taken.add(free)
    return free
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name.slice(0, longestName)
  for (let number = 2; taken.has(free); number++) {
    const ending = `_${number}`
    free = name.slice(0, longestName - ending.length) + ending
  }
  return free
}
