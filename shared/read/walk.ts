import type { ConfiguredBody, LayerObject, NamedType, PathStep } from '../declare/configuration'
import { listIn, objectIn } from '../json/json-text'
import { foldName } from '../json/keys'
import { type JsonObject, unwrap } from '../json/values'
import { namesOfItem, valueOfItem } from '../privacy/named-values'
import { asType } from './event-type'

/** Paths of names: from the top of the body to the list of events, and from there to an event's details and its type. */
export interface BodyPaths {
  readonly events?: readonly string[]
  readonly event?: readonly string[]
  readonly type?: readonly string[]
}

/** Prepares the finding of events along the paths that segment.config.json names. */
export function createBody({ events = [], event = [], type = [] }: BodyPaths): ConfiguredBody {
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
    typesIn: (layers) => layers.flatMap((layer) => typeAt(layer, type)),
  }
}

function typeAt(layer: LayerObject, names: readonly string[]): NamedType[] {
  const steps = walk(layer.object, names.slice(0, -1))
  const holder = steps.at(-1)?.object
  const key = holder && keyOf(names.at(-1) ?? '', holder)
  const type = key === undefined ? undefined : asType(unwrap(holder?.[key]))
  if (type === undefined) return []
  const named: NamedType = { type }
  TRACE: named.path = [...(layer.path ?? []), ...steps.flatMap(({ innerKey = key }) => innerKey ?? [])]
  return [named]
}

/**
 * The objects along a path, from the object itself to the one at the end. None when the way ends early. Those around a
 * list of named values are copies that hold its object, where mappings find the values by name.
 */
function walk(object: JsonObject, names: readonly string[]): readonly PathStep[] {
  const [name, ...others] = names
  if (name === undefined) return [{ object, innerKey: undefined }]
  const key = keyOf(name, object)
  if (key === undefined) return []
  const named = fromNamedValues(object[key])
  const inner = named ?? objectIn(object[key])
  const steps = inner === undefined ? [] : walk(inner, others)
  const [next] = steps
  if (next === undefined) return []
  const isSame = named === undefined && next.object === inner
  return [{ object: isSame ? object : { ...object, [key]: next.object }, innerKey: key }, ...steps]
}

/** A list of named values, such as `[{"name": "accountId", "value": 5}]`, is the object of its values. */
function fromNamedValues(value: unknown): JsonObject | undefined {
  const entries = listIn(value)?.map((item) => [namesOfItem(item)[0], valueOfItem(item)] as const) ?? []
  const isNamed = entries.length > 0 && entries.every(([name, inner]) => name !== undefined && inner !== undefined)
  // Of two of one name, the first counts.
  return isNamed ? Object.fromEntries(entries.reverse()) : undefined
}

/** The alphabetically first key of an object that spells a name. */
function keyOf(name: string, object: JsonObject): string | undefined {
  const folded = foldName(name)
  let first: string | undefined
  for (const key in object) if (foldName(key) === folded && (first === undefined || key < first)) first = key
  return first
}
