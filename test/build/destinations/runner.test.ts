import { startRunner } from '../../../build/destinations/runner/runner'
import type { Trial } from '../../../build/destinations/runner/trial'
import { directory } from '../../temporary-files'
import { installPackage } from './packages'

const trial: Trial = {
  ...{ slug: 'braze', mode: 'default', receivedAt: '2026-01-02T03:04:05.000Z', tellsLost: false },
  calls: [{ type: 'track', event: 'Check-In', messageId: 'm', userId: '42' }],
}

async function errorsOf(kind: Parameters<typeof installPackage>[1]) {
  installPackage(directory, kind)
  const runner = await startRunner(directory)
  const errors = []
  for (const one of [trial, trial]) errors.push((await runner.run(one)).outcomes.map(({ error }) => error))
  runner.close()
  return errors.flat()
}

test('the code sees no variable that may hold a secret, and reaches no network', async () => {
  expect(await errorsOf('curious')).toEqual(['TZ: no network here', 'TZ: no network here'])
})

test.each<[kind: 'deadly' | 'outlived', reason: string]>([
  ['deadly', 'its channel ends with it'],
  // Windows tells of the end of a process before it tells of the channel's.
  ['outlived', 'its channel ends later'],
])('%s code that ends its process fails itself, and the next trial has another process: %s', async (kind) => {
  const ended = 'the process of the destination ended before it answered'
  expect(await errorsOf(kind)).toEqual([ended, ended])
})

test('an unknown destination is an error', async () => {
  installPackage(directory, 'simple')
  const runner = await startRunner(directory)
  const { outcomes } = await runner.run({ ...trial, slug: 'nothing' })
  runner.close()
  expect(outcomes.map(({ error }) => error)).toEqual(['unknown destination nothing'])
})
