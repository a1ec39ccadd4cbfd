/** Digits with single blanks or dashes between them. */
const numbers = /\d(?:[ -]?\d)+/g
const shortest = 12
const longest = 19

/** The text with every payment card's number in it, 12 to 19 digits that pass Luhn, as `…` and its last four digits. */
export function maskPaymentCards(text: string): string {
  return text.length < shortest ? text : text.replace(numbers, maskRun)
}

/** `…` and the last four digits. */
export function lastFour(digits: string): string {
  return `…${digits.slice(-4)}`
}

/** Several numbers may stand side by side, so every row of groups is tried, the longest first. */
function maskRun(run: string): string {
  const groups = run.split(/[ -]/)
  let result = ''
  let rest = run
  for (let start = 0; start < groups.length; ) {
    const card = cardFrom(groups.slice(start, start + longest))
    const taken = card?.groups ?? 1
    const length = groups.slice(start, start + taken).join(' ').length
    result += card === undefined ? rest.slice(0, length + 1) : lastFour(card.digits) + rest.slice(length, length + 1)
    rest = rest.slice(length + 1)
    start += taken
  }
  return result
}

/** The longest card number that begins with the first group. */
function cardFrom(groups: readonly string[]): { readonly digits: string; readonly groups: number } | undefined {
  for (let count = groups.length; count > 0; count--) {
    const digits = groups.slice(0, count).join('')
    if (digits.length >= shortest && digits.length <= longest && passesLuhn(digits)) return { digits, groups: count }
  }
  return undefined
}

/** Whether the last digit is the check digit of the others: https://en.wikipedia.org/wiki/Luhn_algorithm */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 1; place <= digits.length; place++) {
    const digit = Number(digits.at(-place))
    const doubled = place % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
