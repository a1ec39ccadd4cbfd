/** What a terminal would obey or hide: control characters, and those that change the order of text or are not seen. */
const unprintable = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]`
const any = new RegExp(unprintable, 'gu')
/** Beside them, in texts of our own: lines, tabs, and the colours and weights of a {@link Screen}. */
const anyButOurs = new RegExp(String.raw`(\n|\t|\u001b\[(?:0|1|2|22|3[1-9])m)|${unprintable}`, 'gu')

/** A text in one line, its characters that a terminal would obey or hide spelled out. */
export function printable(text: string): string {
  return text.replace(any, spelledOut)
}

/** The same of a text that is ready to be written, which keeps its lines and colours. */
export function harmless(text: string): string {
  return text.replace(anyButOurs, (character, ours?: string) => ours ?? spelledOut(character))
}

/** A JSON document of which no character does anything to a terminal. It still stands for the same values. */
export function harmlessJson(json: string): string {
  // Within texts JSON has no line ends; those between them stay.
  return json.replace(any, (character) => (character === '\n' ? character : escapedUnits(character)))
}

function spelledOut(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

/** JSON escapes a character that takes two code units as two. */
function escapedUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
