/**
 * Texts that occur only where the fuzz test puts them, so that a search finds them again. They mark a guest's data,
 * secrets, and the referred friend.
 */
export const marks = { guest: 'GU3ST', secret: 'S3CR3T', friend: 'FR13ND' } as const

/** Whether a text holds a mark, in upper or lower case. */
export function holdsMark(text: string, mark: string): boolean {
  return text.toUpperCase().includes(mark)
}
