import { isTooDeepText } from '../json/json-text'
import { kindOfKey } from './never-emitted'
import { type Form, write } from './write'

/** What else is left out, and how scalars are shown. */
export interface Filter extends Pick<Form, 'edit'> {
  /** Whether a name is left out, be it a key or the name of an item in a list of named values. */
  readonly leavesOut: (name: string) => boolean
  /** What stands in the place of a text, a number or a key. */
  readonly show: (scalar: unknown) => unknown
}

const plain: Filter = { leavesOut: () => false, edit: (object) => object, show: (scalar) => scalar }

/**
 * A value as JSON text with sorted keys and without what is never emitted. Undefined when nothing is left.
 */
export function safeJson(value: unknown, { leavesOut, edit, show }: Filter): string | undefined {
  return write(value, {
    keyOf: (key) => ({ kind: leavesOut(key) ? 'secret' : kindOfKey(key), text: `${JSON.stringify(`${show(key)}`)}:` }),
    edit,
    // What is too deep to look into may hold a secret.
    scalar: (sent) => (typeof sent === 'string' && isTooDeepText(sent) ? undefined : JSON.stringify(show(sent))),
    jsonText: (inner) => JSON.stringify(inner),
    comma: ',',
  })
}

/** The same as a value of its own. */
export function sanitize(value: unknown, filter: Partial<Filter> = {}): unknown {
  const json = safeJson(value, { ...plain, ...filter })
  return json === undefined ? undefined : JSON.parse(json)
}
