import { isoInstant } from '../json/iso'
import { withinDate } from '../json/mongo-date'
import { localToUtc } from '../json/time-zone'
import { type DateOptions, dateTime } from './date-time'
import { text } from './text'

const first = Date.UTC(2000, 0, 1)
const end = Date.UTC(2101, 0, 1)
/** Epoch numbers below this are seconds, others milliseconds. */
const leastMilliseconds = 1e11
/** A number this large is not an epoch number. It may be a date in fourteen digits: `20250718190432`. */
const leastDigits = 1e13

/** How to read a time without a zone, or with an ambiguous order of month and day. */
export interface InstantOptions extends DateOptions {
  /** The IANA zone of times without a zone. */
  readonly timeZone: string
}

/**
 * A moment as ISO 8601 UTC with milliseconds. Reads every known spelling of a date-time, epoch numbers (also as text)
 * and `/Date(…)/`. A time without a zone is local to `timeZone`. Undefined for a date without a time, and for a moment
 * before 2000 or after 2100.
 */
export function instant(value: unknown, options: InstantOptions): string | undefined {
  const inner = withinDate(value)
  const sent = typeof inner === 'number' && inner >= leastDigits ? String(inner) : inner
  const moment = writtenMoment(sent, options) ?? epochMoment(sent)
  return moment !== undefined && moment >= first && moment < end ? isoInstant(moment) : undefined
}

function writtenMoment(value: unknown, options: InstantOptions): number | undefined {
  const written = dateTime(value, options)
  if (written?.wallTime === undefined) return undefined
  const { wallTime, zone = options.timeZone } = written
  return typeof zone === 'number' ? wallTime - zone : localToUtc(wallTime, zone)
}

function epochMoment(value: unknown): number | undefined {
  if (typeof value === 'number') return fromEpoch(value)
  const written = text(value) ?? ''
  if (/^\d{9,}(?:\.\d+)?$/.test(written)) return fromEpoch(Number(written))
  // In .NET's format the number is already the instant in milliseconds. The offset is only for people.
  const [, milliseconds] = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(written) ?? []
  return milliseconds === undefined ? undefined : Number(milliseconds)
}

function fromEpoch(epoch: number): number {
  return Math.floor(epoch < leastMilliseconds ? Math.round(epoch * 1e6) / 1e3 : epoch)
}
