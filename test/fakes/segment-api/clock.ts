const start = Date.parse('2031-05-04T09:00:00.000Z')

/** A clock that advances by a second with each reading, so all moments differ. */
export function tickingClock(): () => number {
  let milliseconds = start
  return () => {
    milliseconds += 1000
    return milliseconds
  }
}
