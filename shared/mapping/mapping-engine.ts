import type { MappedValues } from '../declare/configuration'
import { isObject, type JsonObject } from '../json/values'

/**
 * The mapping language: computes the value of every key of the mapping from the data. Throws when a mapping fails. It
 * is a parameter and not an import, because its package's types declare the whole DOM, which Segment does not have.
 */
export type Transform = (mapping: Mapping, data: Record<string, unknown>) => JsonObject

/** A writable mapping. */
type Mapping = { [member: string]: Json }
type Json = string | number | boolean | null | Mapping | Json[]

/**
 * Prepares the mappings of custom properties, written in Segment's mapping language:
 * https://github.com/segmentio/action-destinations/tree/main/packages/core/src/mapping-kit
 * Each property is mapped separately, so a failure does not affect the others. The reason of a failure is not reported:
 * the language's errors contain stack lines and may quote data.
 */
export function createMapper(mappings: JsonObject, transform: Transform): (event: unknown) => MappedValues {
  // A copy, because the language writes defaults into a mapping. The result of JSON.stringify is always JSON.
  const copy: Mapping = JSON.parse(JSON.stringify(mappings))
  const prepared = Object.entries(copy).map(([name, value]) => ({ name, mapping: withParent(value) }))
  return (event) => mapAll(prepared, (mapping) => mapOne(mapping, event, transform))
}

function mapAll(
  prepared: readonly { name: string; mapping: Mapping }[],
  mapper: (mapping: Mapping) => unknown,
): MappedValues {
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
  // A path may end at an inherited method of an array or object.
  return isMember && typeof value !== 'function' ? value : undefined
}

/**
 * Adds to a plain path the path of the value's parent. For a member of a falsy parent the language returns the parent:
 * `$.email.optIn` of `{"email": false}` would be false, though the body does not say so.
 */
function withParent(value: Json): Mapping {
  const path = isObject(value) && typeof value['@path'] === 'string' ? value['@path'].replace('$.', '') : ''
  const parent = path.replace(/(?:^|\.)[^.[\]]+$|\[[^[\]]*\]$/, '')
  return parent !== '' && parent !== path ? { value, parent: { '@path': parent } } : { value }
}
