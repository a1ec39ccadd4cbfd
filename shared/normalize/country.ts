import { text } from './text'

const codes: ReadonlyMap<string, string> = new Map(
  Object.entries({ USA: 'US', 'UNITED STATES': 'US', CAN: 'CA', CANADA: 'CA' }),
)

/**
 * A country. Codes of two or three letters become upper case. The United States and Canada become `US` and `CA`. Other
 * names do not change.
 */
export function country(value: unknown): string | undefined {
  const name = text(value)
  if (name === undefined) return undefined
  const upperCased = name.toUpperCase()
  return codes.get(upperCased) ?? (/^[a-z]{2,3}$/i.test(name) ? upperCased : name)
}
