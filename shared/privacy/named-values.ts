import { foldName } from '../json/keys'
import { isObject, unwrap } from '../json/values'

const nameKeys: ReadonlySet<string> = new Set(['name', 'key', 'field'])

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
