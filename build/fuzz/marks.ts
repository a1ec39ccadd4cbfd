/**
 * Texts that occur nowhere but where they are planted, so that one look finds them again, in whatever case. They stand for
 * what guests tell, for what never leaves, and for the person who was referred.
 */
export const marks = { guest: 'GU3ST', secret: 'S3CR3T', friend: 'FR13ND' } as const

/** Whether a text holds a mark, in any case. */
export function holds(text: string, mark: string): boolean {
  return text.toUpperCase().includes(mark)
}
