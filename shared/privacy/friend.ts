import { foldName } from '../json/keys'
import { holdsAnyOf } from './name-parts'

const friends = [
  'friend',
  'friends',
  'referee',
  'referees',
  'referred',
  'invitee',
  'invitees',
  'recipient',
  'recipients',
]
const namesFriend = holdsAnyOf(friends)

/** Whether a name tells of somebody the guest refers or sends something to. The account id names no person. */
export function isFriend(name: string): boolean {
  return foldName(name) !== 'referredaccountid' && namesFriend(name)
}

/** Whether a name tells of a referral, and so may hold a friend. */
export const isReferral: (name: string) => boolean = holdsAnyOf(['referral', 'referrals'])
