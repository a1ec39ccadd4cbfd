/** A place in a JSON document for people to read: `environments.prod.tags[0]`, `mappings["a b"].@path`. */
export function jsonPath(keys: readonly string[]): string {
  return keys.map(step).join('').replace(/^\./, '')
}

function step(key: string): string {
  if (/^\d+$/.test(key)) return `[${key}]`
  return /^[@$\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

/** The keys of a JSON pointer, such as `/environments/prod`. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A list with one line that names the place and the problem. Empty without a problem. */
export function problemLine(place: readonly string[], problem: string | undefined): string[] {
  return problem === undefined ? [] : [`${jsonPath(place)}: ${problem}`]
}
