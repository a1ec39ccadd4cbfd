import { isoInstant } from '../json/iso'
import { withinDate } from '../json/mongo-date'
import { localToUtc } from '../json/time-zone'
import { type DateOptions, dateTime } from './date-time'
import { text } from './text'

const first = Date.UTC(2000, 0, 1)
const end = Date.UTC(2101, 0, 1)
/** Epoch numbers below this are seconds, others milliseconds. */
const leastMilliseconds = 1e11
/** A number this large is no epoch's: it may be fourteen digits, `20250718190432`. */
const leastDigits = 1e13

/** How a time is read that names no zone, or whose month and day could change places. */
export interface InstantOptions extends DateOptions {
  /** IANA name of the zone of times without one. */
  readonly timeZone: string
}

/**
 * A moment as ISO 8601 UTC with milliseconds. Reads every known spelling of a date-time, epoch numbers, also as text,
 * and `/Date(…)/`. Without a zone the time is local to `timeZone`. A date without a time, and a moment before the
 * year 2000 or after 2100, is undefined.
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
  // .NET's offset is for people: the number is the instant, in milliseconds.
  const [, milliseconds] = /^\/Date\((\d+)(?:[+-]\d{4})?\)\/$/.exec(written) ?? []
  return milliseconds === undefined ? undefined : Number(milliseconds)
}

function fromEpoch(epoch: number): number {
  return Math.floor(epoch < leastMilliseconds ? Math.round(epoch * 1e6) / 1e3 : epoch)
}
