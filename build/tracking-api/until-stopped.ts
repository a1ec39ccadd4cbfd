import { stopped } from './post'

/** Waits for work until the signal stops it. The work itself goes on, but nobody waits for it. */
export async function untilStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  const over = new AbortController()
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(stopped()), { signal: over.signal })
  })
  return await Promise.race([work, end]).finally(() => over.abort())
}
