import { text } from './text'

/** An ISO 4217 code, upper-cased ("usd" → "USD"); anything but three letters is undefined. */
export function currency(value: unknown): string | undefined {
  const code = text(value)
  return code !== undefined && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : undefined
}
