import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { identifier } from '../shared/normalize/identifier'

const referralCode = property({
  name: 'referral_code',
  sections: [{ at: 'referral', as: ['code'] }],
  normalize: identifier,
})
DOCS: describe(referralCode, 'Code with which the guest refers friends', 'referCode inviteCode referralId')

const referredAccountId = property({
  name: 'referred_account_id',
  sections: [{ at: 'referral', as: ['accountId'] }],
  normalize: identifier,
})
DOCS: describe(referredAccountId, "Paytronix's account id of the referred friend")

/**
 * A guest refers a friend. The friend's name, e-mail and phone are never read: Segment would treat an e-mail in the
 * properties as the guest's and merge two people.
 */
export const referral = defineEvent({
  name: 'Referral',
  aliases: ['Refer A Friend'],
  properties: [referralCode, referredAccountId],
  isReferrerGuest: true,
})
DOCS: describeEvent(referral, {
  firesWhen: 'a guest refers a friend',
  goodFor: 'thanking guests who bring friends, and finding those who do so again and again',
  alike: 'refer referred invite invited',
})
