import { findNodeAtLocation, type JSONPath, type Node, parseTree } from 'jsonc-parser'
import { UserError } from '../system/errors'

/**
 * The steps of a path: `a.0.b` and `a[0].b` are the same.
 * @throws UserError, which names the option, for a text that is no path.
 */
export function pathSteps(path: string, option: string): string[] {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '')
    .split('.')
  if (steps.every((step) => step !== '' && !/[[\]]/.test(step))) return steps
  throw new UserError(
    `${option}: ${JSON.stringify(path)} is no path; expected one such as account.accountId or events[0].type`,
    2,
  )
}

/** Where a path leads in a JSON text. */
export interface PathEnd {
  /** As far as there are objects and lists to hold it. */
  readonly place: JSONPath
  /** Whether something stands at that place. */
  readonly isThere: boolean
  /** The steps that lead on from there, into what has to be made first. */
  readonly missing: readonly string[]
  /** Why the path cannot lead on. */
  readonly problem?: string
}

/** Follows a path. `null` holds nothing yet, so that anything may take its place. */
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

/** In a list a step is the number of an item, or of the one after the last. */
function stepProblem({ type, children = [] }: Node, step: string): string | undefined {
  if (type === 'object') return undefined
  if (type !== 'array') return `what holds ${JSON.stringify(step)} is no object`
  const isItem = /^\d+$/.test(step) && Number(step) <= children.length
  return isItem ? undefined : `${JSON.stringify(step)} is no place in a list of ${children.length}`
}
