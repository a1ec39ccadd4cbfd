import { wordList } from '../json/word-list'

/** Words that tell of a void. */
export const voidWords: ReadonlySet<string> = new Set(wordList('void voided reversed reversal'))

/** Words that tell that a transaction did not take place, or was taken back. */
export const failureWords: ReadonlySet<string> = new Set([
  ...wordList('denied declined fail failed failure error refund refunded'),
  ...voidWords,
])
