import { descriptionOf } from '../../../shared/declare/documentation'
import type { Property } from '../../../shared/declare/property'
import { code, markdownTable, prose } from './markdown'
import { readFrom } from './read-from'

/** A table of properties: type, description, and where each is read from. */
export function propertyTable(properties: readonly Property[]): string {
  const rows = properties.map((one) => [code(one.name), one.type, prose(descriptionOf(one)), readFrom(one)])
  return markdownTable(['Property', 'Type', 'What it is', 'Read from'], rows)
}

/** A table of traits. A trait that is also a property is read like the property. */
export function traitTable(properties: readonly Property[]): string {
  const rows = properties.map((one) => {
    const from = one.track ? `as the property ${code(one.name)}` : readFrom(one)
    return [code(one.trait ?? one.name), one.type, prose(descriptionOf(one)), from]
  })
  return markdownTable(['Trait', 'Type', 'What it is', 'Read from'], rows)
}
