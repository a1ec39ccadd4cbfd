import type * as v from 'valibot'
import { UserError } from '../system/errors'
import type { FunctionDetails, listItem } from './function-shapes'
import type { Named } from './same-name'
import type { Source } from './sources'

/** A function in the list of functions. */
export interface NamedFunction extends Named {
  /** The id that its sources use. */
  readonly catalogId: string
}

/** The id that the function's sources use: the function's id without its prefix. */
export function catalogIdOf({ id, catalogId }: Pick<FunctionDetails, 'id' | 'catalogId'>): string {
  return catalogId ?? id.replace(/^sfnc_/, '')
}

/** The sources of a function among all sources of the workspace. */
export function instancesOf(found: Pick<FunctionDetails, 'id' | 'catalogId'>, sources: readonly Source[]): Source[] {
  return sources.filter(({ metadata }) => metadata.id === catalogIdOf(found))
}

/** The id of a function within one source. Only this id can be deployed. */
export function instanceIdOf(sourceId: string): string {
  return `sfn_${sourceId}`
}

/** A function in an answer. Undefined when it has no id. */
export function asNamed({ id, catalogId, createdAt }: v.InferOutput<typeof listItem>): NamedFunction | undefined {
  const known = id ?? (catalogId ? `sfnc_${catalogId}` : undefined)
  return known === undefined ? undefined : { id: known, catalogId: catalogIdOf({ id: known, catalogId }), createdAt }
}

/** @throws UserError when it has no id. To leave it out would create a second function of this name. */
export function listed(item: v.InferOutput<typeof listItem>): NamedFunction {
  const named = asNamed(item)
  if (named !== undefined) return named
  throw new UserError(
    `Segment lists the function "${item.displayName}" without its id; run the command again in a minute`,
  )
}
