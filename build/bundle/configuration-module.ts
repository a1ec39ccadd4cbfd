import { sortedJson } from '../system/sorted-json'

/** What of the configuration file is built into the function. */
export interface BundledConfig {
  readonly eventAliases: Readonly<Record<string, string>>
  readonly mappings: Readonly<Record<string, unknown>>
}

/** Whether the mapping language has to be bundled. */
export function hasMappings(config: BundledConfig): boolean {
  return Object.keys(config.mappings).length > 0
}

/** The text of the module that stands in for `functions/configuration.ts`. The same configuration gives the same text. */
export function configurationModule(config: BundledConfig): string {
  const aliases = `eventAliases: ${sortedJson(config.eventAliases)}`
  if (!hasMappings(config)) return `export const configuration = { ${aliases} }\n`
  const mapper = `mapEvent: createEventMapper(createMapper(${sortedJson(config.mappings)}, transform))`
  const names = `mappedNames: ${JSON.stringify(Object.keys(config.mappings).sort())}`
  return `import { transform } from '@segment/actions-core/mapping-kit'
import { createEventMapper } from '../shared/mapping/mapped'
import { createMapper } from '../shared/mapping/mapping-engine'
export const configuration = { ${aliases}, ${mapper}, ${names} }
`
}
