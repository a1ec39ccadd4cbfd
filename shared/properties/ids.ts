import { type Definition, type Property, property } from '../declare/property'
import { foldName } from '../json/keys'
import { identifier } from '../normalize/identifier'
import { nobody } from '../normalize/nobody'
import type { Settings } from '../settings/settings'

export type IdDefinition = Omit<Definition<string>, 'normalize'> & Partial<Definition<string>>

/**
 * Declares what tells guests or events apart. Values that stand for nobody are passed over: those of every id, and those
 * of this one.
 */
export function idProperty({ isNobody, ...definition }: IdDefinition): Property<string> {
  return property({
    normalize: identifier,
    ...definition,
    isNobody: (id, settings) => standsForNobody(id, settings) || isNobody?.(id, settings) === true,
  })
}

/**
 * Whether an id is what software writes where it knows nobody, or one of the setting `placeholders`, in any punctuation.
 */
function standsForNobody(id: string, { placeholders }: Settings): boolean {
  return nobody(id) || (placeholders.size > 0 && placeholders.has(foldName(id)))
}
