/** Parses a text as JSON. Undefined when it is not JSON. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Parses a text as JSON. Returns the text itself when it is not JSON. */
export function jsonOrText(text: string): unknown {
  const value = jsonValue(text)
  return value === undefined ? text : value
}
