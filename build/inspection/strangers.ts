import { wordsOf } from '../../shared/json/words'

/** People and things in bodies beside the guest. A value under such a name is not the guest's. */
const strangers: ReadonlySet<string> = new Set([
  ...['cashier', 'server', 'waiter', 'employee', 'staff', 'operator', 'manager', 'admin', 'administrator', 'driver'],
  ...['agent', 'merchant', 'sender', 'vendor', 'store', 'restaurant', 'location', 'site', 'terminal', 'device'],
  ...['friend', 'referral', 'invitee', 'recipient', 'contact'],
])

/** Whether a value in a place may belong to somebody other than the guest. */
export function isStrangers(keys: readonly string[]): boolean {
  return keys.some((key) => wordsOf(key).some((word) => strangers.has(word)))
}
