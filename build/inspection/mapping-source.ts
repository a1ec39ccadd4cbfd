import { splitMappings } from '../config/event-mappings'
import { pathKeys, sourcePaths } from '../config/mapping-sources'

/** A mapping of the configuration, and the paths that it reads. */
export interface MappingSource {
  readonly name: string
  /** The documented event that it applies to. Null for every event. */
  readonly event: string | null
  readonly paths: readonly { readonly path: string; readonly keys: readonly string[] }[]
}

/** The mappings of a configuration. Those of single events come first, as in the function. */
export function mappingSources(
  mappings: Readonly<Record<string, unknown>>,
  eventNames: readonly string[],
): MappingSource[] {
  const { forEveryEvent, byEvent } = splitMappings(mappings, eventNames)
  const groups = [...Object.entries(byEvent), [null, forEveryEvent] as const]
  return groups.flatMap(([event, group]) =>
    Object.entries(group).map(([name, mapping]) => {
      return { name, event, paths: sourcePaths(mapping).map((path) => ({ path, keys: pathKeys(path) })) }
    }),
  )
}
