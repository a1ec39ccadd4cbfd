/** Digits with blanks or dashes of any kind between them. */
const numbers = /\d(?:[\p{Zs}\p{Pd}\t]*\d)+/gu
/** Parts a number into groups of digits, at the even places, and what stands between them. */
const between = /([\p{Zs}\p{Pd}\t]+)/u
const shortest = 12
const longest = 19

/** A loyalty card's number, and how it is shown. */
export interface OwnCard {
  readonly digits: string
  readonly shown: string
}

/**
 * The text with every payment card's number in it, 12 to 19 digits that pass Luhn, as `…` and its last four digits. The
 * event's own card is shown as it may be.
 */
export function maskCards(text: string, own: OwnCard | undefined): string {
  return text.replace(numbers, (run) => maskRun(run, own))
}

/** `…` and the last four digits. */
export function lastFour(digits: string): string {
  return `…${digits.slice(-4)}`
}

/** Several numbers may stand side by side, so every row of groups is tried, the longest first. */
function maskRun(run: string, own: OwnCard | undefined): string {
  const parts = run.split(between)
  let result = ''
  for (let start = 0; start < parts.length; ) {
    const [shown, end] = cardFrom(parts, start, own)
    result += shown + (parts[end] ?? '')
    start = end + 1
  }
  return result
}

/** How the own card, else the longest payment card's number, else the group alone is shown that begins here; and its end. */
function cardFrom(parts: readonly string[], start: number, own: OwnCard | undefined): [shown: string, end: number] {
  let digits = ''
  let card: [string, number] = [parts[start] ?? '', start + 1]
  for (let end = start; end < parts.length && digits.length <= longest; end += 2) {
    digits += parts[end]
    if (digits === own?.digits) return [own.shown, end + 1]
    if (isPaymentCard(digits)) card = [lastFour(digits), end + 1]
  }
  return card
}

/** Whether a number has the digits of a payment card's, the last the check digit of the others: https://en.wikipedia.org/wiki/Luhn_algorithm */
function isPaymentCard(digits: string): boolean {
  if (digits.length < shortest || digits.length > longest) return false
  let sum = 0
  for (let place = 1; place <= digits.length; place++) {
    const doubled = Number(digits.at(-place)) * (place % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
