import type { EventDefinition } from '../../shared/declare/event'
import { foldName } from '../../shared/json/keys'
import { sharedProperties, sharedSources } from '../../shared/properties'
import type { BundledConfig } from '../bundle/configuration-module'
import { sourcePaths } from '../config/mapping-sources'

/**
 * The paths that mappings read, by the names of the properties that are mapped. Names are compared as the function
 * compares them; a name of one's own stands for itself.
 */
export function mappedPaths({ mappings }: BundledConfig, events: readonly EventDefinition[]): Map<string, string[]> {
  const known = [...sharedProperties, ...sharedSources, ...events.flatMap(({ properties }) => properties)]
  const names = new Map(known.map(({ name }) => [foldName(name), name]))
  return new Map(
    Object.entries(mappings).map(([name, mapping]) => [names.get(foldName(name)) ?? name, sourcePaths(mapping)]),
  )
}
