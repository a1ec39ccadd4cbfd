import { identifier } from './identifier'

/** A telephone number as given, trimmed; it must hold a digit. Not made E.164: the country is not known. */
export function phone(value: unknown): string | undefined {
  const number = identifier(value)
  return number !== undefined && /\d/.test(number) ? number : undefined
}
