import { identifier } from './identifier'
import { isOneDigitRepeated } from './nobody'

const extension = /[,;]?\s?(?:x|ext(?:ension|n)?)[\s.:=]*\d+$/i
const dialledAtHome = /\(\s*0\s*\)/
/** What a telephone number is made of; a mask or a word makes it unreadable. */
const written = /^(?:tel:\s*)?(\(?(?:\+|00)\s*)?([\d(][\d\s()./\p{Pd}]*)$/iu

/**
 * A telephone number in E.164, such as `+12075550142`, of the country whose code is given; undefined for what is none.
 * With the code `none` it stays as given, trimmed, and must hold a digit. An extension is left out. One digit repeated is
 * nobody's phone rather than unreadable, so it stays as given, too.
 */
export function phone(value: unknown, countryCode: string): string | undefined {
  const given = identifier(value)
  if (given === undefined) return undefined
  if (isOneDigitRepeated(given)) return given
  if (countryCode === 'none') return /\d/.test(given) ? given : undefined
  const [, international, rest] = written.exec(given.replace(extension, '').replace(dialledAtHome, '')) ?? []
  const digits = rest?.replace(/\D/g, '') ?? ''
  const number = international === undefined ? withCountry(digits, countryCode) : digits
  return number !== undefined && /^[1-9]\d{7,14}$/.test(number) ? `+${number}` : undefined
}

function withCountry(digits: string, code: string): string | undefined {
  if (code === '1') return northAmerican(digits)
  if (digits.length >= 11 && digits.startsWith(code)) return digits
  return code + (digits.startsWith('0') ? digits.slice(1) : digits)
}

function northAmerican(digits: string): string | undefined {
  if (digits.length === 11 && digits.startsWith('1')) return digits
  return digits.length === 10 ? `1${digits}` : undefined
}
