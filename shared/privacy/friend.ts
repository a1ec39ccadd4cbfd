import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { wordsOf } from '../json/words'

const friendWords: ReadonlySet<string> = new Set([
  ...['friend', 'friends', 'referee', 'referees', 'referred', 'invitee', 'invitees'],
  ...['recipient', 'recipients'],
])
/** The same in names whose words run together: `friendemail`, `myfriend`. `preferred` is none. */
const friendLetters = /^(?:friend|referee|referred|invitee|recipient)|(?:friend|referee|invitee|recipient)s?$/

/** Whether a name tells of somebody the guest refers or sends something to. The account id names no person. */
export const isFriend: (name: string) => boolean = memo((name: string) => {
  const letters = foldName(name)
  if (letters === 'referredaccountid') return false
  return friendLetters.test(letters) || wordsOf(name).some((word) => friendWords.has(word))
})

/** Whether a name tells of a referral, and so may hold a friend. */
export const isReferral: (name: string) => boolean = memo((name: string) => {
  return /^referral|referrals?$/.test(foldName(name)) || wordsOf(name).some((word) => /^referrals?$/.test(word))
})
