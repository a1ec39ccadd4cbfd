import { parseJsonText } from '../json/json-text'
import { isObject, type JsonObject } from '../json/values'
import { namesOfItem } from './named-values'
import { type KeyKind, withinCharge } from './never-emitted'

/** A key: whether its value may leave, and how the key is written before that. */
export interface WrittenKey {
  readonly kind: KeyKind
  readonly text: string
}

/** How values are written as text. */
export interface Form {
  /** Also asked of the names of items in lists of named values. */
  readonly keyOf: (key: string) => WrittenKey
  /** An object as it is to be written, and the key under which it stands, also in a list or as JSON text. */
  readonly edit: (object: JsonObject, key: string) => JsonObject
  /** A text, number, boolean or null; undefined leaves it out. */
  readonly scalar: (value: unknown) => string | undefined
  /** JSON text, of which the object or list is written already. */
  readonly jsonText: (inner: string) => string
  /** What stands between two members. */
  readonly comma: string
}

/**
 * Writes a value with sorted keys and without what is never emitted: under its own key, as an item of a list of named
 * values, and within JSON text. Undefined when nothing is left.
 */
export function write(value: unknown, form: Form, key = ''): string | undefined {
  if (typeof value === 'string') {
    const inner = parseJsonText(value)
    return inner === undefined ? form.scalar(value) : form.jsonText(write(inner, form, key) ?? '')
  }
  if (Array.isArray(value)) return writeList(value, form, key)
  return isObject(value) ? writeObject(value, form, key) : form.scalar(value)
}

function writeList(list: readonly unknown[], form: Form, key: string): string {
  let items = ''
  for (const item of list) {
    if (namesOfItem(item).some((name) => form.keyOf(name).kind === 'secret')) continue
    const written = write(item, form, key) ?? 'null'
    items += items === '' ? written : form.comma + written
  }
  return `[${items}]`
}

function writeObject(sent: JsonObject, form: Form, key: string): string {
  const object = form.edit(sent, key)
  let members = ''
  for (const name of sortedKeys(object)) {
    const member = writeMember(object, name, form)
    members += members === '' || member === '' ? member : form.comma + member
  }
  return `{${members}}`
}

/** One member of an object; empty when it is left out. */
export function writeMember(object: JsonObject, key: string, form: Form): string {
  const { kind, text } = form.keyOf(key)
  if (kind === 'secret' || kind === 'ignored') return ''
  const value = write(kind === 'charge' ? withinCharge(object[key]) : object[key], form, key)
  return value === undefined ? '' : text + value
}

/** Deployed functions get keys in order, so they are sorted only when they are not. */
export function sortedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object)
  let before = ''
  for (const key of keys) {
    if (key < before) return keys.sort()
    before = key
  }
  return keys
}
