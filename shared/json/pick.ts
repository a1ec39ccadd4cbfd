import { trace } from '../read/trace'
import { foldName } from './keys'
import { memo } from './memo'
import { isAbsent, isAbsentAnswer, type JsonObject, unwrap } from './values'

/** Tells which field a key makes, if any, and how much its name is preferred: the lower, the more. */
export type Shape<Field extends string> = (raw: string) => { readonly field: Field; readonly order: number } | undefined

/** Prepares, for {@link pickAll}, fields and the names of each, the preferred first. */
export function shape<Field extends string>(fields: readonly (readonly [Field, readonly string[]])[]): Shape<Field> {
  const entries = new Map(
    fields.flatMap(([field, names]) => names.map((name, order) => [foldName(name), { field, order }])),
  )
  return memo((raw: string) => entries.get(foldName(raw)))
}

/**
 * The fields of an object: of each, the value of the first of its names that the object has in any spelling, and
 * of two spellings the alphabetically first. What `read` makes undefined counts as missing; unless told otherwise it
 * unwraps lists of one and passes over values that say nothing, empty lists among them.
 */
export function pickAll<Field extends string>(
  object: JsonObject,
  wanted: Shape<Field>,
  read: (value: unknown) => unknown = unlessAbsent,
): Partial<Record<Field, unknown>> {
  const picked: Partial<Record<Field, unknown>> = {}
  const best: Partial<Record<Field, Standing>> = {}
  for (const raw in object) {
    const value = read(object[raw])
    const name = value === undefined ? undefined : wanted(raw)
    if (name === undefined || isBehind(name.order, raw, best[name.field])) continue
    best[name.field] = { order: name.order, raw }
    picked[name.field] = value
  }
  TRACE: trace({ step: 'pick', object, picked, best })
  return picked
}

interface Standing {
  readonly order: number
  readonly raw: string
}

function isBehind(order: number, raw: string, best: Standing | undefined): boolean {
  return best !== undefined && (order > best.order || (order === best.order && raw > best.raw))
}

/** Unwraps lists of one, and makes undefined what says nothing. */
function unlessAbsent(sent: unknown): unknown {
  const value = unwrap(sent)
  return isAbsent(value) ? undefined : value
}

/** The same for survey answers, in which words such as "None" say something. */
export function unlessAbsentAnswer(sent: unknown): unknown {
  const value = unwrap(sent)
  return isAbsentAnswer(value) ? undefined : value
}
