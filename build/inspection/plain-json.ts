import type { Json } from '../runtime'

/** A copy of a JSON value, which no longer belongs to the function. */
export function plainJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null))
}

/** A scalar as it is; null for objects and lists. */
export function scalarOf(value: unknown): Json | null {
  return typeof value === 'object' ? null : plainJson(value)
}
