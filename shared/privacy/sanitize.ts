import { type Key, keyOf } from '../json/keys'
import { isObject, type JsonObject } from '../json/values'
import { allowedMembers, isNeverEmitted } from './never-emitted'

/** Changes or, by undefined, removes a member on its way into the copy. */
export type Edit = (key: Key, value: unknown) => unknown

/**
 * A deep copy with sorted keys and without what is never emitted. Values are scalars, lists and objects from JSON,
 * at most 32 levels deep.
 */
export function sanitize(value: unknown, edit: Edit = (_key, member) => member): unknown {
  if (Array.isArray(value)) return value.map((item) => sanitize(item, edit))
  if (!isObject(value)) return value
  const copy: Record<string, unknown> = {}
  for (const raw of Object.keys(value).sort()) {
    const member = sanitizeMember(raw, value[raw], edit)
    if (member !== undefined) copy[raw] = member
  }
  return copy
}

function sanitizeMember(raw: string, value: unknown, edit: Edit): unknown {
  if (keyOf(raw).ignored || isNeverEmitted(raw)) return undefined
  const members = allowedMembers(raw)
  const kept = edit(keyOf(raw), members === undefined ? value : onlyMembers(value, members))
  return kept === undefined ? undefined : sanitize(kept, edit)
}

/** Of a restricted section only its allowed members; a scalar in its place is not allowed. */
function onlyMembers(section: unknown, members: ReadonlySet<string>): unknown {
  if (Array.isArray(section)) return section.map((item) => onlyMembers(item, members) ?? null)
  return isObject(section) ? filterKeys(section, (key) => members.has(key.letters)) : undefined
}

/** The object's members whose keys the filter keeps; the object itself is not changed. */
export function filterKeys(object: JsonObject, keeps: (key: Key) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([raw]) => !keyOf(raw).ignored && keeps(keyOf(raw))))
}
