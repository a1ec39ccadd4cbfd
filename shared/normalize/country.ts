import { text } from './text'

const twoLetters: ReadonlyMap<string, string> = new Map([
  ['USA', 'US'],
  ['CAN', 'CA'],
])

/** A country, upper-cased when it is a code of two or three letters; `USA` → `US`, `CAN` → `CA`; names stay as sent. */
export function country(value: unknown): string | undefined {
  const name = text(value)
  if (name === undefined || !/^[a-z]{2,3}$/i.test(name)) return name
  const code = name.toUpperCase()
  return twoLetters.get(code) ?? code
}
