import { type Property, property } from '../declare/property'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { cardSections } from './card'

const accountSections = [{ at: 'account' }, ...cardSections.filter(({ at }) => at !== 'account')]

export const accountId = property({
  name: 'account_id',
  description: "Paytronix's id of the guest's account",
  also: ['accountIds[0]'],
  sections: [{ at: 'account', as: ['id'] }, ...accountSections.slice(1)],
  normalize: identifier,
  trait: 'account_id',
})

export const cardTemplateCode = standing({
  name: 'card_template_code',
  description: 'Code of the loyalty program (card template)',
  normalize: identifier,
})

export const cardTemplateLabel = standing({
  name: 'card_template_label',
  description: 'Name of the loyalty program (card template)',
  normalize: text,
})

export const tierCode = standing({
  name: 'tier_code',
  description: "Code of the guest's tier within the program",
  normalize: identifier,
})

export const tierLabel = standing({
  name: 'tier_label',
  description: "Name of the guest's tier within the program",
  normalize: text,
})

export const externalAccountCode = property({
  name: 'external_account_code',
  description: "The account's id in an outside system",
  also: ['accountCode'],
  sections: accountSections,
  normalize: identifier,
  track: false,
})

/** The guest's standing in the program is a property and, under the same name, a trait. */
function standing(definition: Pick<Property<string>, 'name' | 'description' | 'normalize'>): Property<string> {
  return property({ ...definition, sections: accountSections, trait: definition.name })
}

export const accountProperties = [accountId, cardTemplateCode, cardTemplateLabel, tierCode, tierLabel]
