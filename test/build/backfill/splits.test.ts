import { writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { bodyResultOf } from '../../../build/backfill/body-result'
import { resume } from '../../../build/backfill/checkpoint'
import type { FunctionPool } from '../../../build/backfill/function-pool'
import type { Shard } from '../../../build/backfill/guest'
import { runBackfill } from '../../../build/backfill/run'
import { openInputs } from '../../../build/bodies/input'
import { jsonValue } from '../../../build/system/json'
import type { Delivery, PreparedCall } from '../../../build/tracking-api'
import { file } from '../../temporary-files'
import { allOfIt, jobOf } from './history'
import { Life } from './life'

/** A function that makes one call of each body: its number and its guest. */
function poolOf(shard: Shard | undefined): FunctionPool {
  const run: FunctionPool['run'] = async (items) =>
    items.map(({ line, text = '' }) => {
      const { n, guest } = Object(jsonValue(text))
      const reasons = n === undefined ? ['is no body'] : []
      const calls = n === undefined ? [] : [{ type: 'track', event: `${n}`, userId: `${guest}` } as const]
      return bodyResultOf({ calls, reasons, unreadable: [] }, line, { ...allOfIt, shard })
    })
  return { threads: 2, run, close: async () => undefined }
}

/** A source that keeps what it gets. */
function sourceOf(sent: string[]): Delivery {
  const deliver: Delivery['deliver'] = async (calls: readonly PreparedCall[], confirmed) => {
    await new Promise(setImmediate)
    for (const [index, { json }] of calls.entries()) {
      sent.push(JSON.parse(String(json)).event)
      confirmed?.(index, { kind: 'delivered' })
    }
    return calls.map(() => ({ kind: 'delivered' }) as const)
  }
  return { deliver }
}

/** A run that sees so much of the file, and is killed after so many steps. */
const interrupted = fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }), steps: fc.nat(30) })
let files = 0

test('however a history is split by kills, growth and shards, its calls are those of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(5), { minLength: 1, maxLength: 60 }),
      fc.array(interrupted, { maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      async (guests, runs, shards) => {
        const text = guests.map((guest, n) => `{"n":${n},"guest":${guest}}\n`).join('')
        const sent: string[] = []
        for (let number = 1; number <= shards; number++) {
          const name = file(`split-${files++}.ndjson`, '')
          let length = 0
          for (const { share, steps } of [...runs, { share: 1, steps: Number.POSITIVE_INFINITY }]) {
            length = Math.max(length, Math.round(share * text.length)) // a file grows, also within a line
            writeFileSync(name, text.slice(0, length))
            await liveOnce(name, { number, of: shards }, new Life(steps), sent)
          }
        }
        expect(new Set(sent)).toEqual(new Set(guests.map((_, n) => `${n}`)))
        if (runs.length === 0) expect(sent).toHaveLength(guests.length)
      },
    ),
    { numRuns: 25, seed: 16 },
  )
}, 60_000)

async function liveOnce(name: string, shard: Shard, life: Life, sent: string[]): Promise<void> {
  const inputs = openInputs([name], Readable.from([]))
  const checkpoint = await resume(`${name}.checkpoint.json`, inputs, {})
  const delivery = life.delivery(sourceOf(sent))
  const world = { functionPool: poolOf(shard), delivery, disk: life.disk(), checkpoint, inputs, rate: 50 }
  await runBackfill(jobOf([name], world)).catch((error: unknown) => {
    if (!(error instanceof Error) || error.message !== 'killed') throw error
  })
}
