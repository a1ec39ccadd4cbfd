import { isObject, type JsonObject } from '../json/values'

/**
 * The mapping language: gives every key of the mapping its value from the data, and throws when one cannot be carried
 * out. It is handed in rather than imported, because its package's types bring in the whole DOM, and with it much
 * that Segment lacks.
 */
export type Transform = (mapping: Mapping, data: Record<string, unknown>) => JsonObject

/** What the mapping language made of an event. */
export interface Mapped {
  /** By the name of the property. */
  readonly values: Readonly<Record<string, unknown>>
  /** Names of the properties whose mapping failed. */
  readonly failed: readonly string[]
}

/** What stands in a mapping; it may be written to. */
type Mapping = { [member: string]: Json }
type Json = string | number | boolean | null | Mapping | Json[]

/**
 * Prepares the mappings of custom properties, written in Segment's mapping language:
 * https://github.com/segmentio/action-destinations/tree/main/packages/core/src/mapping-kit
 * Each property is mapped by itself, so that one that fails costs no other. Why it failed is not told:
 * the language's errors hold stack lines and may quote data.
 */
export function createMapper(mappings: JsonObject, transform: Transform): (event: unknown) => Mapped {
  // A copy, because the language writes its defaults into a mapping; and what JSON.stringify wrote is JSON.
  const copy: Mapping = JSON.parse(JSON.stringify(mappings))
  const prepared = Object.entries(copy).map(([name, value]) => ({ name, mapping: withParent(value) }))
  return (event) => mapAll(prepared, (mapping) => mapOne(mapping, event, transform))
}

function mapAll(
  prepared: readonly { name: string; mapping: Mapping }[],
  mapper: (mapping: Mapping) => unknown,
): Mapped {
  const values: Record<string, unknown> = {}
  const failed: string[] = []
  for (const { name, mapping } of prepared) {
    try {
      const value = mapper(mapping)
      if (value !== undefined) values[name] = value
    } catch {
      failed.push(name)
    }
  }
  return { values, failed }
}

function mapOne(mapping: Mapping, event: unknown, transform: Transform): unknown {
  if (!isObject(event)) throw new TypeError('an event is an object')
  const { value, parent } = transform(mapping, event)
  const isMember = !('parent' in mapping) || (typeof parent === 'object' && parent !== null)
  // A path may end at a method that an array or object inherits.
  return isMember && typeof value !== 'function' ? value : undefined
}

/**
 * Adds to a plain path the path of the object that holds the value. The language gives a falsy parent itself where
 * its member was asked for: `$.email.optIn` of `{"email": false}` would be false, though nobody said so.
 */
function withParent(value: Json): Mapping {
  const path = isObject(value) && typeof value['@path'] === 'string' ? value['@path'].replace('$.', '') : ''
  const parent = path.replace(/(?:^|\.)[^.[\]]+$|\[[^[\]]*\]$/, '')
  return parent !== '' && parent !== path ? { value, parent: { '@path': parent } } : { value }
}
