import { Figures } from './figures'

/** The progress of a run, and its figures. */
export interface Counts {
  /** Bodies that are done, including those of earlier runs. */
  lines: number
  /** Bodies that an earlier run finished. */
  earlier: number
  /** Calls that Segment has confirmed. In a dry run, calls that would be sent. */
  calls: number
  /** Bodies that were rejected. */
  rejected: number
  /** Calls outside the requested period. */
  outside: number
  /** Calls without a time. */
  undated: number
  /** Bytes read from the files. */
  read: number
  /** Bytes of all files. Undefined when unknown. */
  readonly size: number | undefined
  readonly figures: Figures
}

/** The counts at the start, for files of these sizes. */
export function noCounts(sizes: readonly (number | undefined)[]): Counts {
  const size = sizes.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  )
  const figures = new Figures()
  return { lines: 0, earlier: 0, calls: 0, rejected: 0, outside: 0, undated: 0, read: 0, size, figures }
}
