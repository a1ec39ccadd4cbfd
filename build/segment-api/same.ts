import { isDeepStrictEqual } from 'node:util'

/** Whether every requested value is now in place. Other members do not matter. */
export function isSame(asked: object, now: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(asked).every(([name, value]) => isDeepStrictEqual(plain(value), plain(now[name])))
}

/** The value as JSON sends it, without undefined members. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
