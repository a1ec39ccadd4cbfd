/** The content of one place in a file: a body's text, or the reason why it is not a body, with the text if it fits. */
export interface Content {
  readonly text?: string
  readonly problem?: string
}

/** One saved body. */
export interface Item extends Content {
  /** The line where the body begins, or its number in the list of a `.json` file. Grows from item to item. */
  readonly line: number
  /** True for a last line without a line end: a program may still be writing it. */
  readonly isUnfinished?: boolean
  /** When Segment received the event that keeps the body, as it says. */
  readonly receivedAt?: string
}
