import { isAbsent } from '../../shared/json/values'
import type { Json } from '../runtime'
import type { Place } from './places'

/** A scalar that says something, and where it stands. */
export interface Leaf {
  readonly place: Place
  readonly value: Json
  /** How many of its keys lead to the outermost list that it is in; null when it is in none. */
  readonly listDepth: number | null
}

/** Every scalar in a JSON value; blank ones and empty lists and objects say nothing. */
export function leavesOf(value: unknown, place: Place, listDepth: number | null = null): Leaf[] {
  if (typeof value === 'object' && value !== null) {
    const depth = listDepth ?? (isList(value) ? place.keys.length : null)
    return Object.entries(value).flatMap(([key, member]) =>
      leavesOf(member, { in: place.in, keys: [...place.keys, key] }, depth),
    )
  }
  // What is neither object nor list of a JSON value is a scalar.
  return isAbsent(value) ? [] : [{ place, value: value as Json, listDepth }]
}

/** Paytronix's typed style wraps scalars in lists of one, which are none. */
function isList(value: object): boolean {
  return Array.isArray(value) && !(value.length === 1 && typeof value[0] !== 'object')
}
