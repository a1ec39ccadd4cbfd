import { sortedJson } from '../system/sorted-json'

/**
 * The same JSON with the keys of every object in alphabetical order, as deployed functions receive it (Source Functions).
 * Text that is not JSON, or is nested too deeply to be walked, is returned as it is.
 */
export function alphabetize(text: string): string {
  try {
    return sortedJson(JSON.parse(text))
  } catch {
    return text
  }
}
