import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser'
import { UserError } from '../system/errors'

/**
 * The steps of a path. `a.0.b` and `a[0].b` are the same path.
 * @throws UserError that names the option, when the text is not a path.
 */
export function pathSteps(path: string, option: string): string[] {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '')
    .split('.')
  if (steps.every((step) => step !== '' && !/[[\]]/.test(step))) return steps
  throw new UserError(
    `${option}: ${JSON.stringify(path)} is not a path; expected one such as account.accountId or events[0].type`,
    2,
  )
}

/** Where a path leads in a JSON text. */
export interface PathEnd {
  /** The part of the path that existing objects and lists can hold. */
  readonly place: JSONPath
  /** Whether the text has a value at that place. */
  readonly isThere: boolean
  /** The steps after that place. The objects and lists that hold them do not exist yet. */
  readonly missing: readonly string[]
  /** Why the path cannot be followed further. */
  readonly problem?: string
}

/** Follows a path. `null` counts as empty, so a new value may replace it. */
export function placeIn(json: string, steps: readonly string[]): PathEnd {
  const place: JSONPath = []
  let node = parseTree(json)
  for (const [index, step] of steps.entries()) {
    if (node === undefined || node.type === 'null')
      return { place, isThere: node !== undefined, missing: steps.slice(index) }
    const problem = stepProblem(node, step)
    if (problem !== undefined) return { place, isThere: false, missing: steps.slice(index), problem }
    const key = node.type === 'array' ? Number(step) : step
    place.push(key)
    node = findNodeAtLocation(node, [key])
  }
  return { place, isThere: node !== undefined, missing: [] }
}

/** In a list, a step is the index of an item, or the index after the last item. */
function stepProblem({ type, children = [] }: Node, step: string): string | undefined {
  if (type === 'object') return undefined
  if (type !== 'array') return `cannot set ${JSON.stringify(step)}: its parent is not an object`
  const isItem = /^\d+$/.test(step) && Number(step) <= children.length
  return isItem ? undefined : `${JSON.stringify(step)} is not an index of a list of ${children.length}`
}
