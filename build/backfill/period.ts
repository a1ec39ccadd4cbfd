import { UserError } from '../system/errors'

/** A period in milliseconds since 1970. It includes `since` and excludes `until`. */
export interface Period {
  readonly since: number | undefined
  readonly until: number | undefined
}

/** @throws UserError when a text is not a time, or the period is empty. */
export function periodOf(texts: { readonly since: string | undefined; readonly until: string | undefined }): Period {
  const period = { since: instantOf('--since', texts.since), until: instantOf('--until', texts.until) }
  const { since, until } = period
  if (since === undefined || until === undefined || since < until) return period
  throw new UserError('--until: expected a time after --since', 2)
}

const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/

function instantOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = instant.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(time)) return time
  throw new UserError(`${option}: expected a date (from midnight UTC) or a time such as 2024-07-01T00:00:00-04:00`, 2)
}

/** Date.parse reads the 30th of February as the first of March. */
function isDay(date: string): boolean {
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** Whether the period excludes any time. */
export function isLimited({ since, until }: Period): boolean {
  return since !== undefined || until !== undefined
}

export function isInPeriod({ since, until }: Period, time: number): boolean {
  return (since === undefined || time >= since) && (until === undefined || time < until)
}
