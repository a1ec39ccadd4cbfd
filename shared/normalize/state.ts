import { text } from './text'

/** A state or province. Exactly two letters become upper case ("me" → "ME"). Longer names do not change. */
export function state(value: unknown): string | undefined {
  const name = text(value)
  return name !== undefined && /^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name
}
