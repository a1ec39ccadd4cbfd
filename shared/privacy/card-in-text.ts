/** Digits with single blanks or dashes between them. */
const numbers = /\d(?:[ -]?\d)+/g
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
  const groups = run.split(/[ -]/)
  let result = ''
  let place = 0
  for (let start = 0; start < groups.length; ) {
    const card = cardFrom(groups, start, own)
    const taken = card?.groups ?? 1
    let end = place + taken - 1
    for (let group = start; group < start + taken; group++) end += groups[group]?.length ?? 0
    result += (card?.shown ?? run.slice(place, end)) + run.slice(end, end + 1)
    place = end + 1
    start += taken
  }
  return result
}

interface FoundCard {
  readonly shown: string
  readonly groups: number
}

/** The own card, or else the longest payment card's number, that begins with a group. */
function cardFrom(groups: readonly string[], start: number, own: OwnCard | undefined): FoundCard | undefined {
  let digits = ''
  let card: FoundCard | undefined
  for (let end = start; end < groups.length; end++) {
    digits += groups[end]
    const taken = end + 1 - start
    if (digits === own?.digits) return { shown: own.shown, groups: taken }
    if (digits.length > longest) break
    if (digits.length >= shortest && passesLuhn(digits)) card = { shown: lastFour(digits), groups: taken }
  }
  return card
}

/** Whether the last digit is the check digit of the others: https://en.wikipedia.org/wiki/Luhn_algorithm */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 1; place <= digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - place) - zero
    const doubled = place % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
