import { spellings } from './property-run'

export const secret = 'SECRET-1234'

/** A name in any case and punctuation: `securityCode` → `SECURITYCODE`, `security-code`, `Security Code`, … */
export function disguises(name: string): string[] {
  const [snake = ''] = spellings(name)
  const parts = snake.split('_')
  return [...spellings(name), name.toUpperCase(), parts.join('-'), parts.join(' '), parts.join('.'), `_${snake}!`]
}

/** Values that would be read anywhere else. */
export const readable = {
  firstName: secret,
  lastName: secret,
  email: `${secret}@example.com`,
  phone: secret,
  username: secret,
  printedCardNumber: '4111111111111111',
  accountId: secret,
  userId: secret,
  merchantId: secret,
  storeName: secret,
  store: { name: secret, code: secret },
  result: secret,
  wallets: { [secret]: 5 },
  amount: '411.11',
  code: secret,
  label: secret,
}
