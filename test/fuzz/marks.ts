/**
 * Texts that occur nowhere but where the fuzz puts them, so that a search finds them again. They stand for a guest's
 * data, for what never leaves, and for the person who was referred.
 */
export const marks = { guest: 'GU3ST', secret: 'S3CR3T', friend: 'FR13ND' } as const

/** Whether a text holds a mark, in upper or lower case. */
export function holdsMark(text: string, mark: string): boolean {
  return text.toUpperCase().includes(mark)
}
