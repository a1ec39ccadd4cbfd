import { text } from './text'

/**
 * A code, id or number that names something: trimmed text, case and zeros kept.
 * A JSON number becomes its decimal digits when it is a safe integer; beyond 2^53 its digits were lost
 * before we saw them, so it is undefined, as is every other type.
 */
export function identifier(value: unknown): string | undefined {
  return typeof value === 'number' ? digitsOf(value) : text(value)
}

function digitsOf(value: number): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : undefined
}
