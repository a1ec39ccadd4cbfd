/** Digits with blanks or dashes of any kind between them. */
const numbers = /\d(?:[\p{Zs}\p{Pd}\t]*\d)+/gu
/** Parts a number into groups of digits, at the even places, and what stands between them. */
const between = /([\p{Zs}\p{Pd}\t]+)/u
const shortest = 12
const longest = 19
const zero = '0'.charCodeAt(0)

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
    const card = cardFrom(parts, start, own)
    const end = start + (card?.parts ?? 1)
    result += (card?.shown ?? parts[start]) + (parts[end] ?? '')
    start = end + 1
  }
  return result
}

interface FoundCard {
  readonly shown: string
  /** How many groups it has, with what stands between them. */
  readonly parts: number
}

/** The own card, or else the longest payment card's number, that begins with a group. */
function cardFrom(parts: readonly string[], start: number, own: OwnCard | undefined): FoundCard | undefined {
  let digits = ''
  let card: FoundCard | undefined
  for (let end = start; end < parts.length; end += 2) {
    digits += parts[end]
    const taken = end + 1 - start
    if (digits === own?.digits) return { shown: own.shown, parts: taken }
    if (digits.length > longest) break
    if (digits.length >= shortest && passesLuhn(digits)) card = { shown: lastFour(digits), parts: taken }
  }
  return card
}

/** Whether the last digit is the check digit of the others: https://en.wikipedia.org/wiki/Luhn_algorithm */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 1; place <= digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - place) - zero
    const doubled = place % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
