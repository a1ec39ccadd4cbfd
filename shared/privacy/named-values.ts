import { foldName } from '../json/keys'
import { isObject, unwrap } from '../json/values'

const nameKeys: ReadonlySet<string> = new Set(['name', 'key', 'field'])
const valueKeys: ReadonlySet<string> = new Set(['value', 'val', 'text'])

/** The names that an item of a list of named values has: `{"name": "password", "value": "…"}` → `password`. */
export function namesOfItem(item: unknown): readonly string[] {
  if (!isObject(item)) return []
  const names: string[] = []
  for (const key in item) {
    const name = nameKeys.has(foldName(key)) ? unwrap(item[key]) : undefined
    if (typeof name === 'string') names.push(name)
  }
  return names
}

/** The value that an item of such a list has: it may be null. Undefined for what is no such item. */
export function valueOfItem(item: unknown): unknown {
  if (!isObject(item)) return undefined
  for (const key in item) if (valueKeys.has(foldName(key))) return item[key]
  return undefined
}
