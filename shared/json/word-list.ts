/** The words of a text that blanks or line breaks part: a plain way to write a long list of names. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/)
}
