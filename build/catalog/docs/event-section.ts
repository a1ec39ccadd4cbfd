import { documentationOf } from '../../../shared/declare/documentation'
import type { EventDefinition } from '../../../shared/declare/event'
import { sharedProperties } from '../../../shared/properties'
import type { EventExample } from './event-example'
import { block, code, codes, documentOf, folded, prose } from './markdown'
import { propertyTable } from './property-table'

/** The section about one event. */
export function eventSection(event: EventDefinition, example: EventExample): string {
  const { firesWhen, goodFor } = documentationOf(event)
  return documentOf([
    `## ${event.name}`,
    `Fires when ${prose(firesWhen)}. Good for ${prose(goodFor)}.`,
    facts(event, example).join('\n'),
    event.properties.length === 0 ? 'This event has no properties of its own.' : propertyTable(event.properties),
    folded('A body', block('json', example.body)),
    folded('Its calls', block('json', JSON.stringify(example.calls, null, 2))),
    folded(`Its table ${example.table.name}`, block('sql', example.createTable)),
  ]).trimEnd()
}

function facts({ aliases, ignores, isProfile }: EventDefinition, { table, properties }: EventExample): string[] {
  const shared = sharedProperties.map(({ name }) => name).filter((name) => properties.includes(name))
  const lines = [
    aliases.length > 0 && `**Also accepted:** ${codes(aliases)}`,
    `**Warehouse table:** ${code(table.name)}`,
    `**Shared properties in the example:** ${codes(shared)}`,
    isProfile && `**Identify call:** also when the setting ${code('identify')} is ${code('profile')}`,
    ignores.length > 0 && `**Not read here:** ${codes(ignores)}, which may be a payment card's number`,
  ]
  return lines.filter((line) => line !== false).map((line) => `- ${line}`)
}
