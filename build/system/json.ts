/** The value of a text that may be JSON; undefined when it is none. */
export function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same, where a text that is no JSON stands for itself. */
export function jsonOrText(text: string): unknown {
  const value = jsonValue(text)
  return value === undefined ? text : value
}
