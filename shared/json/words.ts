/** The words and numbers of a text in lower case: `friendEmail` → friend, email; `VOID_ADD` → void, add; `CVV2` → cvv, 2. */
export function wordsOf(text: string): readonly string[] {
  const parted = text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
  return parted.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []
}

/** Whether a text has one of the words as a whole word: `transactionVoided` has "voided", `avoided` does not. */
export function holdsWord(text: string | undefined, words: ReadonlySet<string>): boolean {
  return text !== undefined && wordsOf(text).some((word) => words.has(word))
}
