import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { resume } from '../../../build/backfill/checkpoint'
import { runBackfill } from '../../../build/backfill/run'
import { openInputs } from '../../../build/bodies/input'
import type { SegmentCall } from '../../../build/runtime'
import { createDelivery } from '../../../build/tracking-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { file } from '../../temporary-files'
import { bodyOf, callsOf, cardOf, jobOf, noWait, useFunction } from './history'
import { Life } from './life'

const lines = 300
const broken = [3, 50, 51, 200, 299]
const kills = 20
const batch = 10
const concurrency = 4

const functionPool = useFunction()
const tracking = useTrackingApi()

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test.each([7])(
  'killed twenty times and run again each time, nothing is lost and no guest’s order (seed %i)',
  async (seed) => {
    const text = Array.from({ length: lines }, (_, line) =>
      broken.includes(line + 1) ? '{"broken' : JSON.stringify(bodyOf(line)),
    )
    const history = file(`kills-${seed}.ndjson`, `${text.join('\n')}\n`)
    const random = randomOf(seed)
    const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait() })
    const live = async (steps: number) => {
      const life = new Life(steps)
      const checkpoint = await resume(`${history}.checkpoint.json`, openInputs([history], Readable.from([])), {})
      const world = { functionPool: functionPool(), delivery: life.delivery(delivery), disk: life.disk(), checkpoint }
      await runBackfill(jobOf([history], { ...world, rate: 10 * batch, concurrency }))
    }
    for (let kill = 0; kill < kills; kill++) await expect(live(Math.floor(random() * 12))).rejects.toThrow('killed')
    await live(Number.POSITIVE_INFINITY)

    const { accepted, received, violations } = tracking()
    const expected = await callsOf(functionPool(), text)
    expect(byGuest(received)).toEqual(byGuest(expected))
    expect(accepted.length - received.length).toBeLessThanOrEqual(kills * concurrency * batch)
    expect(violations).toEqual([])
    const rejected = readFileSync(`${history}.rejected.ndjson`, 'utf8').trim().split('\n')
    expect(rejected.map((entry) => JSON.parse(entry).line).sort((one, other) => one - other)).toEqual(broken)
  },
  60_000,
)

/** Message ids in their order, guest by guest. */
function byGuest(calls: readonly SegmentCall[]): Record<string, unknown[]> {
  const ids: Record<string, unknown[]> = {}
  for (const call of calls) ids[cardOf(call)] = [...(ids[cardOf(call)] ?? []), call.messageId]
  return ids
}
