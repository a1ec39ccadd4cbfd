import { fromJsonText } from '../../shared/json/json-text'
import { isObject } from '../../shared/json/values'
import { namesOfItem, valueOfItem } from '../../shared/privacy/named-values'

/** The keys that lead from a body to a value in it. */
export type Keys = readonly string[]

/** A text that identifies a place. */
export function placeId(keys: Keys): string {
  return keys.join('\0')
}

/**
 * The exact place of a value that a reading found. Readings leave out the `0` of a list with one item, which this adds.
 * A scalar is the innermost item.
 */
export function exactPlace(body: unknown, path: Keys, isScalar: boolean): Keys {
  const keys: string[] = []
  let here = body
  for (const key of path) {
    here = fromJsonText(here)
    while (isListOfOne(here) && key !== '0') here = fromJsonText(into(here, '0', keys))
    here = into(here, key, keys)
  }
  while (isScalar && isListOfOne(here)) here = into(here, '0', keys)
  return keys
}

/** How many keys of a path exist in an object. */
export function existingKeys(object: unknown, path: Keys): number {
  let here = object
  for (const [depth, key] of path.entries()) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return depth
    here = memberOf(here, key)
  }
  return path.length
}

function into(value: unknown, key: string, keys: string[]): unknown {
  const steps = Array.isArray(value) && !/^\d+$/.test(key) ? namedSteps(value, key) : [key]
  keys.push(...steps)
  return steps.reduce(memberOf, value)
}

/** The keys to a value in a list of named values, which `body.event` may lead to. */
function namedSteps(list: readonly unknown[], name: string): Keys {
  const index = list.findIndex((item) => namesOfItem(item)[0] === name)
  const item = list[index]
  const key = isObject(item) ? Object.keys(item).find((one) => item[one] === valueOfItem(item)) : undefined
  return key === undefined ? [name] : [`${index}`, key]
}

function memberOf(value: unknown, key: string): unknown {
  // Any object may have the key, with an unknown value.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

function isListOfOne(value: unknown): value is readonly [unknown] {
  return Array.isArray(value) && value.length === 1
}
