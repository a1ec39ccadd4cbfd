import { foldName } from '../json/keys'
import { wordList } from '../json/word-list'
import { holdsAnyOf } from './name-parts'

const namesFriend = holdsAnyOf(
  wordList('friend friends referee referees referred invitee invitees recipient recipients'),
)

/** Whether a name tells of somebody the guest refers or sends something to. The account id names no person. */
export function isFriend(name: string): boolean {
  return foldName(name) !== 'referredaccountid' && namesFriend(name)
}
