import { isObject } from '../json/values'
import { type Edit, filterKeys } from './sanitize'

/** Of a referral only what names no person may be mapped. */
const referralMembers: ReadonlySet<string> = new Set(['code', 'date', 'accountid'])

/** Whether a key, folded, holds the person who was referred or something of theirs; their account id is no person. */
export function isFriend(name: string): boolean {
  return /^(?:friend|referred|referee)/.test(name) && name !== 'referredaccountid'
}

/** Leaves out what no mapping may see beside what is never emitted: the person who was referred. */
export const withoutFriend: Edit = (key, value) => {
  if (isFriend(key.name)) return undefined
  if (key.name !== 'referral' || !isObject(value)) return value
  return filterKeys(value, ({ name }) => referralMembers.has(name))
}
