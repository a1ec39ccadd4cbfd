import { parseJsonText } from '../json/json-text'
import { isIgnored } from '../json/keys'
import { isObject } from '../json/values'

type Fields = { [name: string]: unknown }

/** One level more than a body may have: what nests deeper is refused later, for its depth. */
const mostNames = 33

/** Whether text that is no JSON is a form: by its content type, or as it looks like `name=value` pairs without blanks. */
export function isFormText(text: string, hasFormType: boolean): boolean {
  return hasFormType ? text.includes('=') : /^[^\s=&<>{}"]+=\S*$/.test(text)
}

/** The fields of a form's text, nested as {@link fromFields} says. */
export function parseForm(text: string): unknown {
  const fields = new Map<string, unknown>()
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields.get(name)
    if (before === undefined) fields.set(name, value)
    else if (Array.isArray(before)) before.push(value)
    else fields.set(name, [before, value])
  }
  return fromFields(fields)
}

/**
 * What a form's fields say: the names nest as `a[b][0]`, a field sent twice is the list of its values, and a form with
 * one field of JSON text is what that says.
 */
export function fromFields(fields: Iterable<readonly [string, unknown]>): unknown {
  const nested: Fields = {}
  for (const [name, value] of fields) put(nested, namesIn(name).slice(0, mostNames), value)
  const [only, ...others] = Object.values(nested)
  const isJson = typeof only === 'string' && others.length === 0
  return (isJson ? parseJsonText(only) : undefined) ?? nested
}

/** `a[b][0]` → `a`, `b` and `0`; the brackets of `a[]` only say that it is a list. */
function namesIn(name: string): readonly string[] {
  const [, first, rest] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? []
  if (first === undefined || rest === undefined) return [name]
  return [first, ...rest.slice(1, -1).split('][')].filter((part) => part !== '')
}

/** Sets a value along the names; what stands in the way already stays. */
function put(into: Fields, names: readonly string[], value: unknown): void {
  const [name, ...others] = names
  if (name === undefined || isIgnored(name)) return
  if (others.length === 0) {
    into[name] ??= value
    return
  }
  const inner = into[name] ?? {}
  if (!isObject(inner)) return
  into[name] = inner
  put(inner as Fields, others, value) // made by an earlier call or in the line before
}
