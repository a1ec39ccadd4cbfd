import { describe } from '../declare/documentation'
import { type Property, property } from '../declare/property'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { cardSections } from './card'

const accountSections = [{ at: 'account' }, ...cardSections.filter(({ at }) => at !== 'account')]

export const accountId = property({
  name: 'account_id',
  also: ['accountIds[0]'],
  sections: [{ at: 'account', as: ['id'] }, ...accountSections.slice(1)],
  normalize: identifier,
  trait: 'account_id',
})
DOCS: describe(accountId, "Paytronix's id of the guest's account")

export const cardTemplateCode = standing({
  name: 'card_template_code',
  normalize: identifier,
})
DOCS: describe(cardTemplateCode, 'Code of the loyalty program (card template)')

export const cardTemplateLabel = standing({
  name: 'card_template_label',
  normalize: text,
})
DOCS: describe(cardTemplateLabel, 'Name of the loyalty program (card template)')

export const tierCode = standing({
  name: 'tier_code',
  normalize: identifier,
})
DOCS: describe(tierCode, "Code of the guest's tier within the program")

export const tierLabel = standing({
  name: 'tier_label',
  normalize: text,
})
DOCS: describe(tierLabel, "Name of the guest's tier within the program")

export const externalAccountCode = property({
  name: 'external_account_code',
  also: ['accountCode'],
  sections: accountSections,
  normalize: identifier,
  track: false,
})
DOCS: describe(externalAccountCode, "The account's id in an outside system")

/** The guest's standing in the program is a property and, under the same name, a trait. */
function standing(definition: Pick<Property<string>, 'name' | 'normalize'>): Property<string> {
  return property({ ...definition, sections: accountSections, trait: definition.name })
}

export const accountProperties = [accountId, cardTemplateCode, cardTemplateLabel, tierCode, tierLabel]
