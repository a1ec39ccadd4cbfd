import type { ConfiguredBody, PathStep } from '../declare/configuration'
import { listIn, objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import type { JsonObject } from '../json/values'

/** Paths of names, from the top of the body to the list of events, and from there to an event's details. */
export interface BodyPaths {
  readonly events?: readonly string[]
  readonly event?: readonly string[]
}

/** Prepares the finding of events along the paths that segment.config.json names. */
export function createBody({ events = [], event = [] }: BodyPaths): ConfiguredBody {
  const name = events.at(-1)
  return {
    listIn(body) {
      const steps = name === undefined ? [] : walk(body, events.slice(0, -1))
      const holder = steps.at(-1)
      const key = name === undefined || holder === undefined ? undefined : keyOf(name, holder.object)
      if (key === undefined || holder === undefined) return undefined
      const items = listIn(holder.object[key])
      return items && { items, steps: [...steps.slice(0, -1), { ...holder, innerKey: key }] }
    },
    stepsIn: (object) => (event.length === 0 ? [] : walk(object, event)),
  }
}

/** The objects along a path, from the object itself to the one at the end. None when the way ends early. */
function walk(object: JsonObject, names: readonly string[]): readonly PathStep[] {
  const steps: PathStep[] = []
  let here = object
  for (const name of names) {
    const key = keyOf(name, here)
    const next = key === undefined ? undefined : objectIn(here[key])
    if (key === undefined || next === undefined) return []
    steps.push({ object: here, innerKey: key })
    here = next
  }
  return [...steps, { object: here, innerKey: undefined }]
}

/** The alphabetically first key of an object that spells a name. */
function keyOf(name: string, object: JsonObject): string | undefined {
  const folded = foldName(name)
  let first: string | undefined
  for (const key in object) if (foldName(key) === folded && (first === undefined || key < first)) first = key
  return first
}
