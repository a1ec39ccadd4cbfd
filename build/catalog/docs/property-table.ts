import { descriptionOf } from '../../../shared/declare/documentation'
import type { Property } from '../../../shared/declare/property'
import { code, markdownTable, prose } from './markdown'
import { readFrom } from './read-from'

/** Properties with their types, what they are, and where they are read from. */
export function propertyTable(properties: readonly Property[]): string {
  const rows = properties.map((one) => [code(one.name), one.type, prose(descriptionOf(one)), readFrom(one)])
  return markdownTable(['Property', 'Type', 'What it is', 'Read from'], rows)
}

/** Traits; those that are properties, too, are read as these are. */
export function traitTable(properties: readonly Property[]): string {
  const rows = properties.map((one) => {
    const from = one.track ? `as the property ${code(one.name)}` : readFrom(one)
    return [code(one.trait ?? one.name), one.type, prose(descriptionOf(one)), from]
  })
  return markdownTable(['Trait', 'Type', 'What it is', 'Read from'], rows)
}
