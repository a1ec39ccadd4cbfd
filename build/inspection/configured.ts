import { transform } from '@segment/actions-core/mapping-kit'
import type { Configuration } from '../../shared/declare/configuration'
import { createEventMapper } from '../../shared/mapping/mapped'
import { createMapper, type Transform } from '../../shared/mapping/mapping-engine'
import { createBody } from '../../shared/read/walk'
import { bodyPaths } from '../config/body-paths'
import type { Config } from '../config/config'
import { mappedNames, splitMappings } from '../config/event-mappings'

/** A configuration as the built function has it, but made without a build, so a change can be tried at once. */
export function configured(
  { eventAliases, mappings, body }: Pick<Config, 'eventAliases' | 'mappings' | 'body'>,
  eventNames: readonly string[],
): Configuration {
  return {
    eventAliases,
    ...(body !== undefined && { body: createBody(bodyPaths(body)) }),
    ...(Object.keys(mappings).length > 0 && {
      mapEvent: mapperOf(mappings, eventNames),
      mappedNames: mappedNames(mappings, eventNames),
    }),
  }
}

function mapperOf(mappings: Config['mappings'], eventNames: readonly string[]) {
  const { forEveryEvent, byEvent } = splitMappings(mappings, eventNames)
  const mapper = (group: object) => createMapper({ ...group }, transform as Transform)
  const byName = Object.entries(byEvent).map(([name, group]) => [name, mapper(group)] as const)
  return createEventMapper(mapper(forEveryEvent), Object.fromEntries(byName))
}
