import type { Random } from './random'

/** New York's offset from UTC in summer. */
const offsetMs = -4 * 60 * 60 * 1000

/** `2025-06-02T19:04:32.000Z` as a clock in New York would tell it, without its offset: `2025-06-02T19:04:32`. */
function localTime(at: number): string {
  return new Date(at + offsetMs).toISOString().slice(0, 19)
}

/** The ways in which Paytronix may write a moment. A time without an offset is New York's. */
const spellings: readonly ((at: number) => string | number)[] = [
  (at) => new Date(at).toISOString(),
  (at) => `${localTime(at)}-0400`,
  (at) => `${localTime(at)}.000-04:00`,
  (at) => `${localTime(at).replace('T', ' ')} -0400`,
  (at) => localTime(at),
  (at) => `${localTime(at).replace('T', ' ')}.000`,
  (at) => `${localTime(at).replace(/[-:]/g, '')}-0400`,
  (at) => at,
  (at) => at / 1000,
  (at) => String(at),
]

export function writeTime(at: number, random: Random): string | number {
  return random.pick(spellings)(at)
}
