import { events } from '../../functions/events'
import type { BodyPaths } from '../../shared/declare/configuration'
import { mappedNames, splitMappings } from '../config/event-mappings'
import { sortedJson } from '../system/sorted-json'

/** The part of the configuration file that is built into the function. */
export interface BundledConfig {
  readonly eventAliases: Readonly<Record<string, string>>
  readonly mappings: Readonly<Record<string, unknown>>
  /** Where a body holds its events: paths of names with dots between them. */
  readonly body?: { readonly events?: string; readonly event?: string }
}

const eventNames = events.map(({ name }) => name)

/** Whether the bundle needs the mapping language. */
export function hasMappings(config: BundledConfig): boolean {
  return Object.keys(config.mappings).length > 0
}

/** The text of the module that replaces `functions/configuration.ts`. The same configuration gives the same text. */
export function configurationModule(config: BundledConfig): string {
  const { eventAliases, mappings, body } = config
  const members = [`eventAliases: ${sortedJson(eventAliases)}`]
  if (body !== undefined) members.push(`body: ${sortedJson(bodyPaths(body))}`)
  if (!hasMappings(config)) return `export const configuration = { ${members.join(', ')} }\n`
  members.push(`mapEvent: ${mapperCode(mappings)}`)
  members.push(`mappedNames: ${JSON.stringify(mappedNames(mappings, eventNames))}`)
  return `import { transform } from '@segment/actions-core/mapping-kit'
import { createEventMapper } from '../shared/mapping/mapped'
import { createMapper } from '../shared/mapping/mapping-engine'
export const configuration = { ${members.join(', ')} }
`
}

function mapperCode(mappings: BundledConfig['mappings']): string {
  const { forEveryEvent, byEvent } = splitMappings(mappings, eventNames)
  const mapper = (group: object) => `createMapper(${sortedJson(group)}, transform)`
  const own = Object.entries(byEvent).sort(([one], [other]) => (one < other ? -1 : 1))
  const byName = own.map(([name, group]) => `${JSON.stringify(name)}: ${mapper(group)}`)
  return `createEventMapper(${mapper(forEveryEvent)}, { ${byName.join(', ')} })`
}

function bodyPaths({ events, event }: NonNullable<BundledConfig['body']>): BodyPaths {
  return {
    ...(events !== undefined && { events: events.split('.') }),
    ...(event !== undefined && { event: event.split('.') }),
  }
}
