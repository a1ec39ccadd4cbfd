import { text } from './text'

/** An ISO 4217 code in upper case ("usd" → "USD"). Undefined for anything but three letters. */
export function currency(value: unknown): string | undefined {
  const code = text(value)
  return code !== undefined && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : undefined
}
