/** Whether a key, folded, holds the person who was referred or something of theirs; their account id is no person. */
export function isFriend(name: string): boolean {
  return /^(?:friend|referred|referee)/.test(name) && name !== 'referredaccountid'
}
