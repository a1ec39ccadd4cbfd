import { type SegmentApi, startSegmentApi } from '../segment-api'
import { answer, invalid } from './answers'
import { send, token, useSegmentApi } from './use-segment-api'

const api = useSegmentApi()

/** A page of sources: their slugs, and how it points to other pages. */
async function pageOf(of: SegmentApi, call: string) {
  const { body } = await send(of, call)
  const { sources, pagination } = body.data as { sources: { slug: string }[]; pagination: Record<string, unknown> } // a page
  return { slugs: sources.map(({ slug }) => slug), ...pagination } as { slugs: string[] } & Record<string, unknown>
}

describe('pages', () => {
  test.each(['pagination.NAME', 'pagination[NAME]'])('a list is read to its end with %s', async (spelling) => {
    api().app.addSources(5)
    const parameter = (name: string, value: unknown) => `${spelling.replace('NAME', name)}=${value}`
    const first = await pageOf(api(), `GET /sources?${parameter('count', 2)}`)
    const second = await pageOf(api(), `GET /sources?${parameter('count', 2)}&${parameter('cursor', first.next)}`)
    const third = await pageOf(api(), `GET /sources?${parameter('count', 2)}&${parameter('cursor', second.next)}`)
    expect([first, second, third].map(({ slugs }) => slugs)).toEqual([
      ['other-source-1', 'other-source-2'],
      ['other-source-3', 'other-source-4'],
      ['other-source-5'],
    ])
    expect(third).toEqual({
      slugs: ['other-source-5'],
      current: second.next,
      previous: second.current,
      totalEntries: 5,
    })
    expect(second.previous).toBe(first.current)
  })

  test('a page holds 200 unless told otherwise', async () => {
    api().app.addSources(201)
    expect((await pageOf(api(), 'GET /sources')).slugs).toHaveLength(200)
    expect((await pageOf(api(), 'GET /sources?pagination.count=1000')).slugs).toHaveLength(201)
  })

  test('a page may hold less than what was asked for', async () => {
    const other = await startSegmentApi({ token, pageCap: 3 })
    other.app.addSources(4)
    const { slugs, next } = await pageOf(other, 'GET /sources?pagination.count=200')
    await other.close()
    expect([slugs.length, typeof next]).toEqual([3, 'string'])
  })

  test("another list's cursor is refused", async () => {
    api().app.addFunctions(2)
    const [, data] = await answer(api(), 'GET /functions?resourceType=SOURCE&pagination.count=1')
    const { next } = (data as { pagination: { next: string } }).pagination // a first page of two
    const refused = invalid('pagination.cursor', 'is not a cursor of this list')
    expect(await answer(api(), `GET /sources?pagination.cursor=${next}`)).toEqual(refused)
  })
})
