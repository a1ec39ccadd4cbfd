import { objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'

/** An object on the way along a path, and the key under which the way goes on. */
export interface Step {
  readonly object: JsonObject
  readonly innerKey: string | undefined
}

/**
 * The objects along a path of names, in any spelling, from the object itself to the one at the end. Undefined when the
 * way ends early.
 */
export function walk(object: JsonObject, names: readonly string[]): Step[] | undefined {
  const steps: Step[] = []
  let here = object
  for (const name of names) {
    const key = keyOf(name, here)
    const next = key === undefined ? undefined : objectIn(here[key])
    if (key === undefined || next === undefined) return undefined
    steps.push({ object: here, innerKey: key })
    here = next
  }
  return [...steps, { object: here, innerKey: undefined }]
}

/** The alphabetically first key of an object that spells a name. */
export function keyOf(name: string, object: JsonObject): string | undefined {
  const folded = foldName(name)
  let first: string | undefined
  for (const key in object) if (foldName(key) === folded && (first === undefined || key < first)) first = key
  return first
}
