import { fromJsonText } from './json-text'
import { isObject } from './values'

/** What MongoDB wraps in `{"$date": …}`, and its number, in turn, in `{"$numberLong": …}`. */
export function withinDate(sent: unknown): unknown {
  const value = fromJsonText(sent)
  if (!isObject(value)) return sent
  const inner = value.$date
  return isObject(inner) ? inner.$numberLong : inner
}
