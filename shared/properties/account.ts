import { describe } from '../declare/documentation'
import { type Property, property, type Section } from '../declare/property'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { cardSections } from './card'
import { guestSections } from './guest'
import { idProperty } from './ids'

const accountSections = [{ at: 'account' }, ...cardSections.filter(({ at }) => at !== 'account')]

export const accountId = idProperty({
  name: 'account_id',
  also: ['accountIds[0]'],
  sections: [{ at: 'account', as: ['id'] }, ...accountSections.slice(1), ...guestSections],
  outside: 'unlisted',
  trait: 'account_id',
})
DOCS: describe(
  accountId,
  "Paytronix's id of the guest's account",
  'accountNumber accountNo accountNum accountRef acctId acctNo acctNumber acctNum loyaltyAccount loyaltyAccountNumber pxAccountId paytronixId paytronixAccountId',
)

export const cardTemplateCode = standing('card_template_code', identifier, { at: 'cardTemplate', as: ['code'] })
DOCS: describe(
  cardTemplateCode,
  'Code of the loyalty program (card template)',
  'cardTemplateId templateCode templateId programCode programId',
)

export const cardTemplateLabel = standing('card_template_label', text, { at: 'cardTemplate', as: ['label', 'name'] })
DOCS: describe(
  cardTemplateLabel,
  'Name of the loyalty program (card template)',
  'cardTemplate cardTemplateName templateName templateLabel programName',
)

export const tierCode = standing('tier_code', identifier, { at: 'tier', as: ['code'] })
DOCS: describe(tierCode, "Code of the guest's tier within the program", 'tierId loyaltyTierCode memberTierCode')

export const tierLabel = standing('tier_label', text, { at: 'tier', as: ['label', 'name'] })
DOCS: describe(
  tierLabel,
  "Name of the guest's tier within the program",
  'tier tierName loyaltyTier loyaltyTierName memberTier membershipLevel loyaltyLevel',
)

export const externalAccountCode = idProperty({
  name: 'external_account_code',
  also: ['accountCode'],
  sections: [...guestSections, ...accountSections],
  outside: 'never',
  track: false,
})
DOCS: describe(
  externalAccountCode,
  "The account's id in an outside system",
  'externalId externalAccountId externalReference',
)

/** The guest's standing in the program is a property and, under the same name, a trait. */
function standing(name: string, normalize: Property<string>['normalize'], own: Section): Property<string> {
  const inAccount = { at: `account.${own.at}`, ...(own.as && { as: own.as }) }
  const sections = [...accountSections, ...guestSections, own, inAccount]
  return property({ name, normalize, sections, outside: 'never', trait: name })
}

export const accountProperties = [accountId, cardTemplateCode, cardTemplateLabel, tierCode, tierLabel]
