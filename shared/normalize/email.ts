import { text } from './text'

/** An e-mail address, trimmed and lower-cased. Text that is no address ("n/a") is undefined: Segment would take it for a person. */
export function email(value: unknown): string | undefined {
  const address = text(value)?.toLowerCase()
  return address !== undefined && /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined
}
