import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { identifier } from '../shared/normalize/identifier'

const referralCode = property({
  name: 'referral_code',
  description: 'Code under which the guest refers friends',
  sections: [{ at: 'referral', as: ['code'] }],
  normalize: identifier,
})

const referredAccountId = property({
  name: 'referred_account_id',
  description: "Paytronix's id of the account of the friend who was referred",
  sections: [{ at: 'referral', as: ['accountId'] }],
  normalize: identifier,
})

/**
 * A guest refers a friend. The friend's name, e-mail and phone are never read: Segment would take an e-mail among the
 * properties for the guest's and merge two people.
 */
export const referral = defineEvent({
  name: 'Referral',
  aliases: ['Refer A Friend'],
  firesWhen: 'a guest refers a friend',
  goodFor: 'thanking guests who bring friends, and finding those who do so again and again',
  properties: [referralCode, referredAccountId],
})
