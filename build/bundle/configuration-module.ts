import { events } from '../../functions/events'
import { bodyPaths } from '../config/body-paths'
import type { Config } from '../config/config'
import { mappedNames, splitMappings } from '../config/event-mappings'
import { sortedJson } from '../system/sorted-json'

/** The part of the configuration file that is built into the function. */
export type BundledConfig = Pick<Config, 'eventAliases' | 'mappings' | 'body'>

const eventNames = events.map(({ name }) => name)

const mappingImports = [
  "import { transform } from '@segment/actions-core/mapping-kit'",
  "import { createEventMapper } from '../shared/mapping/mapped'",
  "import { createMapper } from '../shared/mapping/mapping-engine'",
]

/** Whether the bundle needs the mapping language. */
export function hasMappings(config: BundledConfig): boolean {
  return Object.keys(config.mappings).length > 0
}

/** The text of the module that replaces `functions/configuration.ts`. The same configuration gives the same text. */
export function configurationModule(config: BundledConfig): string {
  const { eventAliases, mappings, body } = config
  const members = [`eventAliases: ${sortedJson(eventAliases)}`]
  const imports: string[] = []
  if (body !== undefined) {
    imports.push("import { createBody } from '../shared/read/walk'")
    members.push(`body: createBody(${sortedJson(bodyPaths(body))})`)
  }
  if (hasMappings(config)) {
    imports.push(...mappingImports)
    members.push(`mapEvent: ${mapperCode(mappings)}`)
    members.push(`mappedNames: ${JSON.stringify(mappedNames(mappings, eventNames))}`)
  }
  return [...imports, `export const configuration = { ${members.join(', ')} }\n`].join('\n')
}

function mapperCode(mappings: BundledConfig['mappings']): string {
  const { forEveryEvent, byEvent } = splitMappings(mappings, eventNames)
  const mapper = (group: object) => `createMapper(${sortedJson(group)}, transform)`
  const own = Object.entries(byEvent).sort(([one], [other]) => (one < other ? -1 : 1))
  const byName = own.map(([name, group]) => `${JSON.stringify(name)}: ${mapper(group)}`)
  return `createEventMapper(${mapper(forEveryEvent)}, { ${byName.join(', ')} })`
}
