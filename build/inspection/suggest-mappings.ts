import type { EventDefinition } from '../../shared/declare/event'
import { foldName } from '../../shared/json/keys'
import { innerSources, sharedProperties, sharedSources } from '../../shared/properties'
import { snakeCase } from '../catalog/snake-case'
import { pathKeys } from '../config/mapping-sources'
import { checkMappings } from '../config/mappings'
import { jsonPath } from '../system/json-path'
import type { Inspection, UnusedField } from './inspection'

export type SuggestedMappings = Readonly<Record<string, { readonly '@path': string }>>

/**
 * Mappings for `segment.config.json` that emit the unused fields of these bodies, except those with a reason. A list is
 * mapped as a whole. `taken` has the names that the configuration already maps.
 */
export function suggestMappings(
  inspections: readonly Inspection[],
  events: readonly EventDefinition[],
  taken: readonly string[],
): SuggestedMappings {
  const fields = inspections.flatMap(({ events: inspected, envelope }) =>
    [...inspected.map(({ remainder }) => remainder), envelope].flatMap(({ unused }) => unused),
  )
  const mappable = fields.filter(({ why }) => why === null).map(mappedKeys)
  const paths = new Map(mappable.map((keys) => [mappedPath(keys), keys]))
  const names = new Set([...knownNames(events), ...taken].map(foldName))
  const eventNames = events.map(({ name }) => name)
  const mappings: Record<string, { '@path': string }> = {}
  for (const [path, keys] of paths) {
    const name = freeName(keys, names)
    if (!isReadable(name, path, keys, eventNames)) continue
    names.add(foldName(name))
    mappings[name] = { '@path': path }
  }
  return mappings
}

/** A path from the event's outermost layer, as the mapping language writes it. */
export function mappedPath(keys: readonly string[]): string {
  return `$.${jsonPath(keys)}`
}

function mappedKeys({ keys, listDepth }: UnusedField): readonly string[] {
  return listDepth === null ? keys : keys.slice(0, listDepth)
}

/** Names under which a mapping would change where a known property is read. */
function knownNames(events: readonly EventDefinition[]): string[] {
  const own = events.flatMap(({ properties }) => properties)
  const known = [...sharedProperties, ...sharedSources, ...innerSources, ...own]
  return known.flatMap(({ name, trait }) => [name, trait ?? name])
}

/** The last key that is not an index, in snake case, with as many keys before it as make the name unique. */
function freeName(keys: readonly string[], names: ReadonlySet<string>): string {
  const words = keys.filter((key) => !/^\d+$/.test(key)).map((key) => snakeCase(key) || 'value')
  const possible = words.map((_, index) => words.slice(-1 - index).join('_'))
  const free = possible.find((name) => !names.has(foldName(name)))
  if (free !== undefined) return free
  const longest = possible.at(-1) ?? 'value'
  let number = 2
  while (names.has(foldName(`${longest}_${number}`))) number++
  return `${longest}_${number}`
}

/** Some keys cannot be written in a path, and the configuration must accept the proposed name. */
export function isReadable(
  name: string,
  path: string,
  keys: readonly string[],
  eventNames: readonly string[],
): boolean {
  const read = pathKeys(path.slice(2))
  const isSame = read.length === keys.length && read.every((key, index) => key !== '' && key === keys[index])
  return isSame && checkMappings({ [name]: { '@path': path } }, eventNames).length === 0
}
