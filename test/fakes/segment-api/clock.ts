const start = Date.parse('2031-05-04T09:00:00.000Z')

/** A clock that moves on by a second each time it is read, so that no two moments are the same. */
export function tickingClock(): () => number {
  let milliseconds = start
  return () => {
    milliseconds += 1000
    return milliseconds
  }
}
