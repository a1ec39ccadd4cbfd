import { isDeepStrictEqual } from 'node:util'

/** Whether everything that was asked for is so now; what was not asked for does not count. */
export function isSame(asked: object, now: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(asked).every(([name, value]) => isDeepStrictEqual(plain(value), plain(now[name])))
}

/** As it travels: without what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
