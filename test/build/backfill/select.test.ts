import { type Shard, shardOf } from '../../../build/backfill/guest'
import { periodOf } from '../../../build/backfill/period'
import type { SegmentCall } from '../../../build/runtime'
import { bodyOf } from './history'
import { history, numbers, rejected, textOf, useRuns } from './use-runs'

const { functionRun, tracking, run, delivered } = useRuns()

test('shards have nothing in common, together are the whole, and keep each user id in one', async () => {
  const lines = [...numbers(0, 200).map(textOf), '{"broken', '{"broken too', '{}']
  const name = history(lines)
  const parts: SegmentCall[][] = []
  const entries: object[] = []
  for (const part of [1, 2, 3]) {
    const before = tracking().accepted.length
    const own = `${name}.shard-${part}`
    const shard: Shard | undefined = shardOf(`${part}/3`)
    const selection = { period: { since: undefined, until: undefined }, shard }
    await run([name], { selection, checkpointFile: `${own}.json`, rejectedFiles: [`${own}.rejected.ndjson`] })
    parts.push(tracking().accepted.slice(before))
    entries.push(...rejected(own))
  }
  const made = await Promise.all(lines.map((line) => functionRun().make(line)))
  const ids = (calls: readonly SegmentCall[]) => calls.map(({ messageId }) => messageId).sort()
  expect(ids(parts.flat())).toEqual(ids(made.flatMap(({ calls }) => calls)))
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
  const selection = { period: periodOf({ since, until }), shard: undefined }
  const counts = await run([history([...numbers(0, 20), undated])], { selection })
  expect(delivered()).toEqual(expected)
  expect(counts).toMatchObject({ outside, undated: 2, rejected: 0 })
})

test('calls without a time are sent without one when no stretch of time is asked for', async () => {
  const undated = JSON.stringify({ ...bodyOf(77), timestamp: null })
  expect(await run([history([undated])])).toMatchObject({ calls: 2, undated: 2 })
  expect(tracking().received.map((call) => 'timestamp' in call)).toEqual([false, false])
})
