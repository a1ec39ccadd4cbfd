import { bodyResultOf } from '../../../build/backfill/body-result'
import { type Shard, shardOf } from '../../../build/backfill/guest'
import { periodOf } from '../../../build/backfill/period'
import type { SegmentCall } from '../../../build/runtime'
import { allOfIt, bodyOf, callsOf } from './history'
import { history, numbers, rejected, textOf, useRuns } from './use-runs'

const { functionPool, tracking, run, delivered } = useRuns()

test('shards have nothing in common, together are the whole, and keep each user id in one', async () => {
  const lines = [...numbers(0, 200).map(textOf), '{"broken', '{"broken too', '{}']
  const name = history(lines)
  const parts: SegmentCall[][] = []
  const entries: object[] = []
  for (const part of [1, 2, 3]) {
    const before = tracking().accepted.length
    const own = `${name}.shard-${part}`
    const shard: Shard | undefined = shardOf(`${part}/3`)
    const files = { checkpointFile: `${own}.json`, rejectedFiles: [`${own}.rejected.ndjson`] }
    await run([name], { rules: { shard }, ...files })
    parts.push(tracking().accepted.slice(before))
    entries.push(...rejected(own))
  }
  const ids = (calls: readonly SegmentCall[]) => calls.map(({ messageId }) => messageId).sort()
  expect(ids(parts.flat())).toEqual(ids(await callsOf(functionPool(), lines)))
  const guests = parts.map((calls) => [...new Set(calls.map(({ userId, anonymousId }) => userId ?? anonymousId))])
  expect(guests.flat()).toHaveLength(new Set(guests.flat()).size)
  expect(guests.map(({ length }) => length > 0)).toEqual([true, true, true])
  expect(entries.map((entry) => Object(entry).line).sort()).toEqual([201, 202, 203])
})

test.each([
  ['2024-01-01T00:10:00Z', undefined, numbers(10, 20), 20],
  [undefined, '2024-01-01T00:10:00+00:00', numbers(0, 10), 20],
  ['2024-01-01', '2024-01-01T00:05Z', numbers(0, 5), 30],
  ['2024-01-02', undefined, [], 40],
])('--since %s --until %s sends what lies between', async (since, until, expected, outside) => {
  const undated = JSON.stringify({ ...bodyOf(77), timestamp: null })
  const rules = { period: periodOf({ since, until }) }
  const counts = await run([history([...numbers(0, 20), undated])], { rules })
  expect(delivered()).toEqual(expected)
  expect(counts).toMatchObject({ outside, undated: 2, rejected: 0 })
})

describe('old is not now', () => {
  const context = { library: { name: 'paytronix-segment-source' } }
  const withTraits = { ...context, traits: { email: 'a@b.co' } }
  const ids = { userId: '5', anonymousId: 'a' }
  const joining: SegmentCall = {
    type: 'identify',
    ...ids,
    traits: { email: 'a@b.co' },
    timestamp: '2020',
    context: withTraits,
  }
  const known: SegmentCall = { type: 'identify', userId: '5', traits: { email: 'a@b.co' }, timestamp: '2020', context }
  const track: SegmentCall = {
    type: 'track',
    event: 'Check-In',
    ...ids,
    properties: {},
    timestamp: '2020',
    context: withTraits,
  }
  const { traits: _, ...joinsOnly } = joining
  const undated: SegmentCall = { type: 'track', event: 'Check-In', userId: '5' }
  const sent = (calls: SegmentCall[], rules: Partial<typeof allOfIt>) => {
    const result = bodyResultOf({ calls, reasons: [], unreadable: [] }, 1, { ...allOfIt, ...rules })
    return {
      calls: result.calls.map(({ json }) => JSON.parse(String(json))),
      reasons: result.reasons,
      undated: result.undated,
    }
  }

  test.each<[string, Partial<typeof allOfIt>, SegmentCall[]]>([
    ['all: everything', { identify: 'all' }, [joining, known, track]],
    [
      'ids: identify calls that join ids, and no traits',
      { identify: 'ids' },
      [
        { ...joinsOnly, context },
        { ...track, context },
      ],
    ],
    ['none: no identify calls, and no traits', { identify: 'none' }, [{ ...track, context }]],
  ])('--identify %s', (_name, rules, expected) => {
    expect(sent([joining, known, track], rules)).toEqual({ calls: expected, reasons: [], undated: 0 })
  })

  test('a call without a time is rejected', () => {
    const reason = 'Check-In: has no time that can be read; correct it, or send it as of now with --undated'
    expect(sent([undated, track], { sendsUndated: false })).toEqual({ calls: [track], reasons: [reason], undated: 1 })
  })

  test('with --undated it is sent as it is', () => {
    expect(sent([undated], {})).toEqual({ calls: [undated], reasons: [], undated: 1 })
  })
})
