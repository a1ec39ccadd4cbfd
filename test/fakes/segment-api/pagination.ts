import { invalid } from './errors'
import type { Call } from './route'

/** In the spelling of Segment's SDKs. */
const names = { count: 'pagination[count]', cursor: 'pagination[cursor]' } as const

export const paginationNames: readonly string[] = Object.values(names)

const defaultCount = 200
const largestCount = 1000

/**
 * The requested page under the list's name, with its `pagination`. `next` is absent on the last page.
 * Throws 422 for a count outside 1 to 1000, and for a cursor that is not from this list.
 */
export function page(call: Call, list: string, items: readonly unknown[]): Record<string, unknown> {
  const count = Math.min(countOf(call.query), call.world.options.pageCap)
  const from = offsetOf(call.query, list)
  const cursor = (offset: number) => Buffer.from(`${list}:${offset}`).toString('base64')
  const pagination = {
    current: cursor(from),
    ...(from + count < items.length && { next: cursor(from + count) }),
    ...(from > 0 && { previous: cursor(Math.max(0, from - count)) }),
    totalEntries: items.length,
  }
  return { [list]: items.slice(from, from + count), pagination }
}

function countOf(query: URLSearchParams): number {
  const given = query.get(names.count)
  const count = given === null ? defaultCount : Number(given)
  if (!Number.isInteger(count) || count < 1) throw invalid(names.count, 'must be a positive integer')
  if (count > largestCount) throw invalid(names.count, `must be less than or equal to ${largestCount}`)
  return count
}

function offsetOf(query: URLSearchParams, list: string): number {
  const cursor = query.get(names.cursor)
  if (cursor === null) return 0
  const [of, offset] = Buffer.from(cursor, 'base64').toString().split(':')
  if (of !== list || !/^\d+$/.test(offset ?? '')) throw invalid(names.cursor, 'is not a cursor of this list')
  return Number(offset)
}
