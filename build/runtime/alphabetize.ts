import { sortedJson } from '../system/sorted-json'

/**
 * The same JSON with the keys of every object in alphabetical order. Deployed functions receive it so (Source
 * Functions). Returns the text unchanged when it is not JSON or is nested too deeply.
 */
export function alphabetize(text: string): string {
  try {
    return sortedJson(JSON.parse(text))
  } catch {
    return text
  }
}
