import { text } from './text'

const spellings: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['y', true],
  ['yes', true],
  ['1', true],
  ['opted_in', true],
  ['false', false],
  ['n', false],
  ['no', false],
  ['0', false],
  ['opted_out', false],
])

/** True or false in any of the spellings Paytronix is known to use, in any case; unknown text is undefined, never false. */
export function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return spellings.get(String(value))
  return spellings.get(text(value)?.toLowerCase() ?? '')
}
