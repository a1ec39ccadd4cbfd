/** How far a run is. */
export interface Counts {
  /** Bodies that are done, those of earlier runs among them. */
  lines: number
  /** Bodies that an earlier run had done. */
  earlier: number
  /** Calls that Segment has confirmed. */
  calls: number
  /** Bodies that were rejected. */
  rejected: number
  /** Calls outside of the stretch of time that is wanted. */
  outside: number
  /** Calls without a time. */
  undated: number
  /** Bytes of the files that were read. */
  read: number
  /** Bytes of all files; undefined when that is not known. */
  readonly size: number | undefined
}

/** Nothing was done yet, of files of these sizes. */
export function noCounts(sizes: readonly (number | undefined)[]): Counts {
  const size = sizes.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
  return { lines: 0, earlier: 0, calls: 0, rejected: 0, outside: 0, undated: 0, read: 0, size }
}
