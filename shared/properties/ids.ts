import { type Definition, type Property, property } from '../declare/property'
import { foldName } from '../json/keys'
import { nobody } from '../normalize/nobody'
import type { Settings } from '../settings/settings'

/** Declares what tells guests or events apart: values that stand for nobody are passed over. */
export function idProperty(definition: Definition<string>): Property<string> {
  return property({ isNobody: standsForNobody, ...definition })
}

/**
 * Whether an id is what software writes where it knows nobody, or one of the setting `placeholders`, in any punctuation.
 */
export function standsForNobody(id: string, { placeholders }: Settings): boolean {
  return nobody(id) || (placeholders.size > 0 && placeholders.has(foldName(id)))
}
