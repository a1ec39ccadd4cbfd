const day = 24 * 60 * 60 * 1000

/**
 * Remembers message ids for 24 hours, as Segment does at least (Handling Duplicate Data).
 * The returned function tells whether an id was seen in that time. It remembers a new id.
 */
export function createDeduplication(now: () => number): (messageId: unknown) => boolean {
  const seen = new Map<string, number>()
  return (messageId) => {
    const time = now()
    forgetBefore(time - day, seen)
    // Segment gives a call without an id a new id, so it never repeats another call.
    if (typeof messageId !== 'string') return false
    if (seen.has(messageId)) return true
    seen.set(messageId, time)
    return false
  }
}

/** A Map keeps its entries in order of insertion, so the oldest ids come first. */
function forgetBefore(limit: number, seen: Map<string, number>): void {
  for (const [messageId, time] of seen) {
    if (time > limit) return
    seen.delete(messageId)
  }
}
