import { readFileSync } from 'node:fs'
import { faults } from '../../fakes/tracking-api'
import { file } from '../commands/run'
import { bodyOf, noWait } from './history'
import { history, numbers, rejected, textOf, useRuns } from './use-runs'

const { functionRun, tracking, run, delivered } = useRuns()

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
