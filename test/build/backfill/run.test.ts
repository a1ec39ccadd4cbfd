import { readFileSync } from 'node:fs'
import { faults } from '../../fakes/tracking-api'
import { file } from '../../temporary-files'
import { bodyOf, callsOf } from './history'
import { history, numbers, rejected, textOf, useRuns } from './use-runs'

const { functionPool, tracking, run, delivered } = useRuns()

test('calls arrive as the function made them, with their own times and message ids', async () => {
  const lines = numbers(95, 105)
  await run([history(lines)], { concurrency: 1 })
  expect(tracking().received).toEqual(await callsOf(functionPool(), lines.map(textOf)))
  expect(tracking().violations).toEqual([])
})

test('a broken line goes to the rejected file with its reason, and the others are delivered', async () => {
  const name = history([1, '{"broken', '{"event":"Check-In"}', 2])
  expect(await run([name])).toMatchObject({ lines: 4, calls: 4, rejected: 2 })
  expect(delivered()).toEqual([1, 2])
  expect(rejected(name)).toEqual([
    { line: 2, reason: 'column 2: is not valid JSON: a string has no closing quotation mark', body: '{"broken' },
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
  const [, refused] = await callsOf(functionPool(), [textOf(2)])
  tracking().refuse(String(refused?.messageId))
  const name = history([1, 2, 3])
  expect(await run([name])).toMatchObject({ calls: 5, rejected: 1 })
  expect(delivered()).toEqual([1, 3])
  expect(rejected(name)).toEqual([
    { line: 2, reason: expect.stringMatching(/^Segment refused the call Check-In: /), body: bodyOf(2) },
  ])
})

test('the rejected file is run like any other once it is mended', async () => {
  const name = history([1, textOf(2).replace('Check-In', 'Chek-In')])
  await run([name])
  const entries = readFileSync(`${name}.rejected.ndjson`, 'utf8')
  const mended = file(`${name.split('/').at(-1)}-mended.ndjson`, entries.replaceAll('Chek-In', 'Check-In'))
  expect(await run([mended])).toMatchObject({ calls: 2, rejected: 0 })
  expect(tracking().received.slice(-2)).toEqual(await callsOf(functionPool(), [textOf(2)]))
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
