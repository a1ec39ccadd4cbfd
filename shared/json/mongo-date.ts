import { isObject } from './values'

/** What MongoDB wraps in `{"$date": …}`, and its number, in turn, in `{"$numberLong": …}`. */
export function withinDate(value: unknown): unknown {
  if (!isObject(value)) return value
  const inner = value.$date
  return isObject(inner) ? inner.$numberLong : inner
}
