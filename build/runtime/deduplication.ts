const day = 24 * 60 * 60 * 1000

/**
 * Remembers message ids for 24 hours, the time for which Segment promises to keep them (Handling Duplicate Data).
 * The returned function says whether an id was accepted within that time, and remembers it when it was not.
 */
export function createDeduplication(now: () => number): (messageId: unknown) => boolean {
  const seen = new Map<string, number>()
  return (messageId) => {
    const time = now()
    forgetBefore(time - day, seen)
    // Segment gives a call without an id one of its own, so such a call never repeats another.
    if (typeof messageId !== 'string') return false
    if (seen.has(messageId)) return true
    seen.set(messageId, time)
    return false
  }
}

/** A map keeps the order of insertion, which here is the order of time. */
function forgetBefore(limit: number, seen: Map<string, number>): void {
  for (const [messageId, time] of seen) {
    if (time > limit) return
    seen.delete(messageId)
  }
}
