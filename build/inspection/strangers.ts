import { wordsOf } from '../../shared/json/words'

/** Who is named in bodies beside the guest. What stands under such a name is nobody's but theirs. */
const strangers: ReadonlySet<string> = new Set([
  ...['cashier', 'server', 'waiter', 'employee', 'staff', 'operator', 'manager', 'admin', 'administrator', 'driver'],
  ...['agent', 'merchant', 'sender', 'vendor', 'store', 'restaurant', 'location', 'site', 'terminal', 'device'],
  ...['friend', 'referral', 'invitee', 'recipient', 'contact'],
])

/** Whether a place may tell of somebody else than the guest. */
export function isStrangers(keys: readonly string[]): boolean {
  return keys.some((key) => wordsOf(key).some((word) => strangers.has(word)))
}
