import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Disk, systemDisk } from '../../../build/backfill/disk'
import { type Shard, shardOf } from '../../../build/backfill/guest'
import { periodOf } from '../../../build/backfill/period'
import { type Job, runBackfill } from '../../../build/backfill/run'
import type { SegmentCall } from '../../../build/runtime'
import { UserError } from '../../../build/system/errors'
import { createDelivery } from '../../../build/tracking-api'
import { faults } from '../../fakes/tracking-api'
import { useTrackingApi, writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { file } from '../commands/run'
import { bodyOf, jobOf, noWait, useFunction } from './history'

const functionRun = useFunction()
const tracking = useTrackingApi()
let files = 0

/** A file of these lines; a body of that number in the place of a number. */
function history(lines: readonly (number | string)[], end = '\n'): string {
  return file(`run-${files++}.ndjson`, `${lines.map(textOf).join('\n')}${end}`)
}

function textOf(line: number | string): string {
  return typeof line === 'string' ? line : JSON.stringify(bodyOf(line))
}

/** Runs files to their end, and gives the counts. */
async function run(names: readonly string[], world: Partial<Job> = {}): Promise<Job['counts']> {
  const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait })
  const job = jobOf(names, { functionRun: functionRun(), delivery, ...world })
  await runBackfill(job)
  return job.counts
}

/** The lines that Segment has, by their store code, which is the number of the body. */
function delivered(calls: readonly SegmentCall[] = tracking().accepted): number[] {
  const codes = calls.filter(({ type }) => type === 'track').map(({ properties }) => Object(properties).store_code)
  return codes.map(Number).sort((one, other) => one - other)
}

/** The entries of a rejected file. */
function rejected(name: string): object[] {
  if (!existsSync(`${name}.rejected.ndjson`)) return []
  return readFileSync(`${name}.rejected.ndjson`, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

test('calls arrive as the function made them, with their own times and message ids', async () => {
  const lines = numbers(95, 105)
  await run([history(lines)], { concurrency: 1 })
  const made = await Promise.all(lines.map((line) => functionRun().make(textOf(line))))
  expect(tracking().received).toEqual(made.flatMap(({ calls }) => calls))
  expect(tracking().violations).toEqual([])
})

test('a broken line goes to the rejected file with its reason, and the others are delivered', async () => {
  const name = history([1, '{"broken', '{"event":"Check-In"}', 2])
  expect(await run([name])).toMatchObject({ lines: 4, calls: 4, rejected: 2 })
  expect(delivered()).toEqual([1, 2])
  expect(rejected(name)).toEqual([
    { line: 2, reason: expect.stringMatching(/^body: expected JSON/), body: '{"broken' },
    { line: 3, reason: expect.stringContaining('no identity'), body: { event: 'Check-In' } },
  ])
})

test('of a body with several events, the good ones are delivered, and it is kept for the others', async () => {
  const body = [bodyOf(1), { event: 'Check-In' }]
  const name = history([JSON.stringify(body)])
  expect(await run([name])).toMatchObject({ calls: 2, rejected: 1 })
  expect(rejected(name)).toEqual([{ line: 1, reason: expect.stringMatching(/event\[1\]\.identity/), body }])
})

test('a call that Segment refuses goes to the rejected file, and the others of its batch are delivered', async () => {
  const [, refused] = (await functionRun().make(textOf(2))).calls
  tracking().refuse(String(refused?.messageId))
  const name = history([1, 2, 3])
  expect(await run([name])).toMatchObject({ calls: 5, rejected: 1 })
  expect(delivered()).toEqual([1, 3])
  expect(rejected(name)).toEqual([
    { line: 2, reason: expect.stringMatching(/^Segment refused the track call: /), body: bodyOf(2) },
  ])
})

test('the rejected file is run like any other once it is mended', async () => {
  const name = history([1, textOf(2).replace('Check-In', 'Chek-In')])
  await run([name])
  const entries = readFileSync(`${name}.rejected.ndjson`, 'utf8')
  const mended = file(`${name.split('/').at(-1)}-mended.ndjson`, entries.replaceAll('Chek-In', 'Check-In'))
  expect(await run([mended])).toMatchObject({ calls: 2, rejected: 0 })
  const { calls } = await functionRun().make(textOf(2))
  expect(tracking().received.slice(-2)).toEqual(calls)
})

test('what was done is not sent again, and a file that has grown goes on', async () => {
  const name = history([1, 2])
  await run([name])
  appendFileSync(name, `${textOf(3)}\n`)
  expect(await run([name])).toMatchObject({ lines: 3, earlier: 2, calls: 2 })
  expect(delivered()).toEqual([1, 2, 3])
})

test('a last line that was still being written is read anew once it has its end', async () => {
  const whole = textOf(2)
  const name = history([1, whole.slice(0, 30)], '')
  await run([name])
  expect(rejected(name)).toMatchObject([{ line: 2, body: whole.slice(0, 30) }])
  appendFileSync(name, `${whole.slice(30)}\n${textOf(3)}`)
  expect(await run([name])).toMatchObject({ earlier: 1, calls: 4, rejected: 0 })
  expect(delivered()).toEqual([1, 2, 3])
})

test('an empty file is done at once', async () => {
  const name = history([], '')
  expect(await run([name])).toMatchObject({ lines: 0, calls: 0 })
  expect(tracking().requests).toEqual([])
})

test('429, 5xx, resets, lost and slow answers lose nothing', async () => {
  tracking().fail(faults.slow(new Promise(setImmediate)))
  for (const fault of [faults.rateLimited(2), faults.failure(503), faults.reset, faults.lostAnswer])
    tracking().fail(fault)
  await run([history(numbers(0, 60))], { rate: 10 })
  expect(delivered(tracking().received)).toEqual(numbers(0, 60))
})

test('when Segment cannot be reached, what it has is not sent again by the next run', async () => {
  const name = history(numbers(0, 30))
  const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait })
  let deliveries = 0
  const failing: Job['delivery'] = {
    deliver(calls, confirmed) {
      deliveries += 1
      if (deliveries > 3) throw new UserError('Segment cannot be reached')
      return delivery.deliver(calls, confirmed)
    },
  }
  await expect(run([name], { ...tracksOnly(), rate: 5, delivery: failing })).rejects.toThrow(
    'Segment cannot be reached',
  )
  const before = tracking().accepted.length
  expect(await run([name], tracksOnly())).toMatchObject({ earlier: before, calls: 30 - before })
  expect(delivered()).toEqual(numbers(0, 30))
  expect(before).toBeGreaterThan(0)
})

/** One call a body, so that none can be done by half. */
function tracksOnly(): Pick<Job, 'functionRun'> {
  const make = async (body: string) => {
    const { calls, reasons } = await functionRun().make(body)
    return { calls: calls.filter(({ type }) => type === 'track'), reasons }
  }
  return { functionRun: { make } }
}

test('--strict ends at the first rejection, which the next run comes to again', async () => {
  const name = history([...numbers(0, 40), '{"broken', 40])
  await expect(run([name], { isStrict: true })).rejects.toThrow(`${name}:41: body: expected JSON`)
  expect(rejected(name)).toEqual([])
  writeFileSync(name, readFileSync(name, 'utf8').replace('{"broken', textOf(41)))
  await run([name], { isStrict: true })
  expect(delivered(tracking().received)).toEqual(numbers(0, 42))
})

describe('a full disk', () => {
  const full = async () => {
    throw new UserError('cannot write: the disk is full')
  }

  test.each<[string, (name: string) => Partial<Disk>]>([
    ['the checkpoint', (name) => ({ replace: failsLater(name) })],
    ['the rejected file', () => ({ writeAt: full })],
  ])('for %s ends the run, and the next one loses nothing', async (_, broken) => {
    const name = history([1, '{"broken', ...numbers(2, 40)])
    const disk = { ...systemDisk, ...broken(name) }
    await expect(run([name], { rate: 10, disk })).rejects.toThrow('the disk is full')
    await run([name])
    expect(delivered(tracking().received)).toEqual(numbers(1, 40))
    expect(rejected(name)).toMatchObject([{ line: 2 }])
  })

  /** The first checkpoint can still be written. */
  function failsLater(name: string): Disk['replace'] {
    return (checkpoint, text) => (existsSync(`${name}.checkpoint.json`) ? full() : systemDisk.replace(checkpoint, text))
  }
})

describe('a checkpoint', () => {
  test('of another run, file or target is refused', async () => {
    const [name, other] = [history([1, 2]), history([3, 4])]
    await run([name])
    const checkpointFile = `${name}.checkpoint.json`
    const refusal = (what: string) =>
      `${checkpointFile} ${what}; run the same command as before, name another with --checkpoint, or remove it to start again`
    await expect(run([other], { checkpointFile })).rejects.toThrow(refusal(`belongs to ${name}`))
    await expect(run([name], { identity: { to: 'prod', shard: '1/2' } })).rejects.toThrow(
      refusal('belongs to another run: to was a test and is prod, shard was none and is 1/2'),
    )
    writeFileSync(name, `${textOf(7)}\n${textOf(8)}\n`)
    await expect(run([name])).rejects.toThrow(refusal(`belongs to another ${name}, which begins differently`))
    expect(delivered()).toEqual([1, 2])
  })

  test.each(['{"files":1}', '{"files', ''])('that is none, such as %j, is refused', async (text) => {
    const name = history([1])
    writeFileSync(`${name}.checkpoint.json`, text)
    await expect(run([name])).rejects.toThrow(
      `${name}.checkpoint.json is not a checkpoint of a backfill; name another with --checkpoint, or remove it to start again`,
    )
  })

  test('is followed by files that come later', async () => {
    const [name, other] = [history([1]), history([2])]
    await run([name])
    expect(await run([name, other])).toMatchObject({ earlier: 1, calls: 2 })
    expect(delivered()).toEqual([1, 2])
  })

  test('does not let a rejected file be overwritten that somebody has changed', async () => {
    const name = history(['{"broken'])
    await run([name])
    const entries = readFileSync(`${name}.rejected.ndjson`, 'utf8')
    writeFileSync(`${name}.rejected.ndjson`, entries.replace('"{\\"broken"', textOf(1)))
    appendFileSync(name, '{"broken again\n')
    await expect(run([name])).rejects.toThrow('existed before, or was changed since; move it away')
  })
})

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

test('calls go out no faster than was asked for, those that gather during a wait among them', async () => {
  let now = 0
  const sleep = async (ms: number) => {
    now += ms
    await new Promise(setImmediate)
  }
  await run([history(numbers(0, 100))], { time: { ...noWait, now: () => now, sleep }, rate: 20 })
  expect(delivered()).toHaveLength(100)
  // 200 calls, of which a second's worth may go at once.
  expect(now).toBeGreaterThanOrEqual(9000)
})

test('once it is to end, what is under way is finished, and the rest is left to the next run', async () => {
  const name = history(numbers(0, 100))
  const controller = new AbortController()
  const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait })
  const deliver: Job['delivery']['deliver'] = (calls, confirmed) => {
    const underWay = delivery.deliver(calls, confirmed)
    controller.abort()
    return underWay
  }
  await run([name], { ...tracksOnly(), rate: 10, signal: controller.signal, delivery: { deliver } })
  const before = tracking().accepted.length
  expect(await run([name], tracksOnly())).toMatchObject({ earlier: before, calls: 100 - before })
  expect(delivered()).toEqual(numbers(0, 100))
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(50)
})
