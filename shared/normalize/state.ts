import { text } from './text'

/** A state or province, upper-cased when it is exactly two letters ("me" → "ME"); longer names stay as sent. */
export function state(value: unknown): string | undefined {
  const name = text(value)
  return name !== undefined && /^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name
}
