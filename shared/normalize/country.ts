import { text } from './text'

const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({ USA: 'US', 'UNITED STATES': 'US', CAN: 'CA', CANADA: 'CA' }),
)

/** A country, upper-cased when it is a code of two or three letters. The United States and Canada become `US` and `CA`; other names stay as sent. */
export function country(value: unknown): string | undefined {
  const name = text(value)
  if (name === undefined) return undefined
  const upperCased = name.toUpperCase()
  return codes.get(upperCased) ?? (/^[a-z]{2,3}$/i.test(name) ? upperCased : name)
}
