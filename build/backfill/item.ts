/** What a file holds at one place: a body's text, or the reason why it is no body, with the text where it can be held. */
export interface Content {
  readonly text?: string
  readonly problem?: string
}

/** One saved body. */
export interface Item extends Content {
  /** Where in its file it begins: a line, or in a `.json` file its number in the array. Grows from item to item. */
  readonly line: number
  /** True for a last line without an end: whoever writes the file may not be done with it. */
  readonly isUnfinished?: boolean
}
