/**
 * Works on up to `most` things of a source at the same time, and yields the results in the order of the source. When the
 * source fails, the results of what it gave before come first.
 */
export async function* workAhead<Thing, Result>(
  source: AsyncIterable<Thing>,
  most: number,
  work: (thing: Thing) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = []
  const things = source[Symbol.asyncIterator]()
  let failure: { readonly error: unknown } | undefined
  try {
    for (let isMore = true; isMore || underWay.length > 0; ) {
      while (isMore && underWay.length < most) {
        const next = await things.next().catch((error: unknown) => {
          failure = { error }
        })
        isMore = next !== undefined && !next.done
        if (next !== undefined && !next.done) underWay.push(started(work(next.value)))
      }
      const first = underWay.shift()
      if (first !== undefined) yield await first
    }
  } finally {
    await things.return?.()
  }
  if (failure !== undefined) throw failure.error
}

/** Its error is thrown when its turn comes. */
function started<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}
