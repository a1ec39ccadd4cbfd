import { isTooDeepText, parseJsonText } from '../json/json-text'
import { isIgnored } from '../json/keys'
import { isObject, type JsonObject } from '../json/values'
import { namesOfItem } from './named-values'
import { isNeverEmitted, isRestricted, mayLeaveRestricted } from './never-emitted'

/** What else a copy leaves out, and how it shows scalars. */
export interface Filter {
  /** Whether a name is left out, be it a key or the name of an item in a list of named values. */
  readonly leavesOut: (name: string) => boolean
  /** What stands in the place of a member; undefined leaves it out. `object` is the one that holds it. */
  readonly edit: (value: unknown, key: string, object: JsonObject) => unknown
  /** What stands in the place of a text, a number or a key. */
  readonly show: (scalar: unknown) => unknown
}

const plain: Filter = { leavesOut: () => false, edit: (value) => value, show: (scalar) => scalar }

/**
 * A deep copy with sorted keys and without what is never emitted: under its own key, as an item of a list of named
 * values, and within JSON text. `filter` may leave out more.
 */
export function sanitize(value: unknown, filter: Partial<Filter> = {}): unknown {
  return copy(value, { ...plain, ...filter })
}

function copy(value: unknown, filter: Filter): unknown {
  if (Array.isArray(value)) return copyList(value, filter)
  if (isObject(value)) return copyObject(value, filter, () => true)
  if (typeof value !== 'string') return filter.show(value)
  const inner = parseJsonText(value)
  if (inner !== undefined) return JSON.stringify(copy(inner, filter))
  // What is too deep to look into may hold a secret.
  return isTooDeepText(value) ? undefined : filter.show(value)
}

function copyList(list: readonly unknown[], filter: Filter): unknown[] {
  const isKept = (item: unknown) => !namesOfItem(item).some((name) => isNeverEmitted(name) || filter.leavesOut(name))
  return list.filter(isKept).map((item) => copy(item, filter) ?? null)
}

function copyObject(object: JsonObject, filter: Filter, mayLeave: (key: string) => boolean): JsonObject {
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(object).sort()) {
    if (isIgnored(key) || isNeverEmitted(key) || filter.leavesOut(key) || !mayLeave(key)) continue
    const edited = filter.edit(object[key], key, object)
    const member = isRestricted(key) ? copyRestricted(edited, filter) : copy(edited, filter)
    if (member !== undefined) result[`${filter.show(key)}`] = member
  }
  return result
}

/** Of a restricted section only its allowed members leave; a scalar in its place does not. */
function copyRestricted(section: unknown, filter: Filter): unknown {
  const value = typeof section === 'string' ? parseJsonText(section) : section
  if (Array.isArray(value)) return value.map((item) => copyRestricted(item, filter) ?? null)
  return isObject(value) ? copyObject(value, filter, mayLeaveRestricted) : undefined
}
