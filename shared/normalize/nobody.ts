import { foldName } from '../json/keys'
import { wordList } from '../json/word-list'

const nobodysIds: ReadonlySet<string> = new Set(
  wordList('null undefined none nil nan na true false anonymous guest unknown objectobject'),
)

const nobodysMailboxes: ReadonlySet<string> = new Set(
  wordList('none noemail noreply donotreply na unknown anonymous null'),
)

/** Whether an id is a placeholder for an unknown person. It would merge many guests into one. */
export function nobody(id: string): boolean {
  if (/^[1-9]/.test(id)) return false
  const letters = foldName(id)
  return id === '-1' || nobodysIds.has(letters) || /^0+$/.test(letters)
}

/** Whether a card or phone repeats one digit, as a cashier types to skip the field: `999-999-9999`. */
export function isOneDigitRepeated(number: string): boolean {
  return /^(\d)\1+$/.test(number.replace(/[^\p{L}\p{N}]+/gu, ''))
}

/** Whether a phone, as sent or in E.164, repeats one digit, with or without the country code. */
export function isNobodysPhone(number: string, countryCode: string): boolean {
  const digits = number.replace(/[^\p{L}\p{N}]+/gu, '')
  if (isOneDigitRepeated(digits)) return true
  return digits.startsWith(countryCode) && isOneDigitRepeated(digits.slice(countryCode.length))
}

/** Whether an e-mail address belongs to no person, in any domain: `no-reply@example.com`. */
export function isNobodysEmail(address: string): boolean {
  const at = address.indexOf('@')
  return at !== -1 && nobodysMailboxes.has(foldName(address.slice(0, at)))
}
