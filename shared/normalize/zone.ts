import { memo } from '../json/memo'
import { isTimeZone } from '../json/time-zone'
import { utcOffset } from '../json/utc-offset'

/** Milliseconds east of UTC, or an IANA name. */
export type Zone = number | string

const hour = 3_600_000

/** Hours east of UTC. Other abbreviations, such as BST, have several meanings. */
const abbreviations: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ Z: 0, UTC: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6 },
    ...{ PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10 },
  }),
)

/** JavaScript writes the zone's name in parentheses after the offset. Java writes it in brackets. */
const offsetAndName = /^([^([]+)[([][^()]*[)\]]$/

/**
 * The zone after a time: an offset, an abbreviation of UTC or the United States, or an IANA name, also in brackets.
 * After an offset, a name is ignored. Undefined for anything else.
 */
export const readZone = memo((written: string): Zone | undefined => {
  const [, offset = written] = offsetAndName.exec(written) ?? []
  const name = offset.trim()
  const hours = abbreviations.get(name.toUpperCase())
  return hours === undefined ? (offsetOf(name) ?? ianaName(name)) : hours * hour
}, 1000)

/** After `UTC` or `GMT`, the hours may have one digit: `GMT-4`. */
function offsetOf(written: string): number | undefined {
  const [, sign = '', rest = ''] = /^(?:UTC|GMT) ?([+-])(.+)$/i.exec(written) ?? []
  if (sign === '') return utcOffset(written)
  return utcOffset(sign + (/^\d(?:$|:)/.test(rest) ? `0${rest}` : rest))
}

/** Refuses names of three letters: the engine gives some of them another meaning than people do. */
function ianaName(written: string): string | undefined {
  const [, name = written] = /^\[([^[\]]+)\]$/.exec(written) ?? []
  return name.length > 3 && isTimeZone(name) ? name : undefined
}
