/** Characters that a terminal obeys or hides: control, formatting and direction characters. */
const unprintable = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`
const any = new RegExp(unprintable, 'gu')
/** The same, except those that our own texts use: line ends, tabs, and the colours and weights of a {@link Screen}. */
const anyButOurs = new RegExp(String.raw`(\n|\t|\u001b\[(?:0|1|2|22|3[1-9])m)|${unprintable}`, 'gu')

/** A text in one line. Characters that a terminal obeys or hides are escaped. */
export function printable(text: string): string {
  return text.replace(any, spelledOut)
}

/** The same for a finished text, which keeps its lines and colours. */
export function harmless(text: string): string {
  return text.replace(anyButOurs, (character, ours?: string) => ours ?? spelledOut(character))
}

/** A JSON document without characters that affect a terminal. It still has the same values. */
export function harmlessJson(json: string): string {
  // A JSON string contains no line ends, so every line end is between values and stays.
  return json.replace(any, (character) => (character === '\n' ? character : escapedUnits(character)))
}

function spelledOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

/** JSON escapes each of the two code units of such a character. */
function escapedUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
