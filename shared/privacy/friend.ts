import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { wordsOf } from '../json/words'

const friendWords: ReadonlySet<string> = new Set([
  ...['friend', 'friends', 'referee', 'referees', 'referred', 'invitee', 'invitees'],
  ...['recipient', 'recipients'],
])

/** Whether a name tells of somebody the guest refers or sends something to. The account id names no person. */
export const isFriend: (name: string) => boolean = memo((name: string) => {
  return foldName(name) !== 'referredaccountid' && wordsOf(name).some((word) => friendWords.has(word))
})

/** Whether a name tells of a referral, and so may hold a friend. */
export const isReferral: (name: string) => boolean = memo((name: string) => {
  return wordsOf(name).some((word) => word === 'referral' || word === 'referrals')
})
