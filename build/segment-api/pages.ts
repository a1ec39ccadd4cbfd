import * as v from 'valibot'
import type { AnswerShape, ApiCall, Transport } from './transport'

const pageSize = 200
const pageInfo = v.looseObject({ pagination: v.nullish(v.object({ next: v.nullish(v.string()) })) })

interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string | undefined
}

/** Reads all pages of a list. `name` is the member of the answer that holds the items. */
export async function readAll<T>(
  { read }: Transport,
  { path, query = {} }: Pick<ApiCall, 'path' | 'query'>,
  name: string,
  item: AnswerShape<T>,
): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const place = {
      'pagination[count]': String(pageSize),
      ...(cursor !== undefined && { 'pagination[cursor]': cursor }),
    }
    const page = await read({ method: 'GET', path, query: { ...query, ...place } }, pageOf(name, item))
    items.push(...page.items)
    cursor = page.next === cursor ? undefined : page.next // a cursor that leads to itself has no end
  } while (cursor !== undefined)
  return items
}

function pageOf<T>(name: string, item: AnswerShape<T>): AnswerShape<Page<T>> {
  return v.pipe(
    pageInfo,
    v.transform((page) => ({ items: page[name], next: page.pagination?.next ?? undefined })),
    v.object({ items: v.array(item), next: v.optional(v.string()) }),
  )
}

/** An item of a list, or null for an odd one, which must not hide the others. */
export function orOdd<T>(item: v.GenericSchema<unknown, T>) {
  return v.fallback(v.nullable(item), null)
}
