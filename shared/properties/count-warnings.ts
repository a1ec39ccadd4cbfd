import type { WarnOfPart } from '../declare/property'

/** The first of several unreadable parts, and how many others there were. */
export interface CountedWarning {
  readonly part: string
  readonly expected: string
  readonly value: unknown
  readonly others: number
}

/** Runs `read` and reports its warnings as one, which tells the first and the number of the others. */
export function countingWarnings<T>(read: (warn: WarnOfPart) => T, report: (warning: CountedWarning) => void): T {
  let first: Omit<CountedWarning, 'others'> | undefined
  let count = 0
  const result = read((part, expected, value) => {
    first ??= { part, expected, value }
    count += 1
  })
  if (first !== undefined) report({ ...first, others: count - 1 })
  return result
}
