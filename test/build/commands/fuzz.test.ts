import type { Bundle } from '../../../build/bundle/bundle'
import { file, run } from './run'

/** What is tried instead of the built function. */
let mockCode = ''
jest.mock('../../../build/bundle/bundle', () => ({
  bundle: async (): Promise<Bundle> => ({ code: mockCode, bytes: mockCode.length }),
}))

const refusing =
  "async function onRequest() { throw new InvalidEventPayload('body: expected an event, received more') }"
const failing = "async function onRequest() { throw new TypeError('there is no list') }"

beforeEach(() => {
  mockCode = refusing
})

test('without samples there is nothing to damage', async () => {
  expect(await run(['fuzz'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: there are no samples in test/webhooks to damage\n',
  })
})

describe('with samples', () => {
  beforeAll(() => file('samples/check-in.json', { event: 'Check-In', accountId: 5 }))

  test('what holds is told with how often it was looked at', async () => {
    const { code, stdout, stderr } = await run(['fuzz', '--runs', '20', '--seed', '7', '--only', 'damaged'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^seed 7 {11}tried\ndamaged samples {5}20\n\nwhat holds +looked at\nonly Segment’s own/)
    expect(stdout).toMatch(/\nevery call is accepted on ingest +0\n/)
    expect(stdout).toMatch(/\n\nall of it held\n$/)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(80)
  })

  test('the same seed gives the same bodies, and without one it is another each time', async () => {
    const args = ['fuzz', '--runs', '20', '--only', 'arbitrary', '--json']
    const seeded = async () => (await run([...args, '--seed', '7'])).stdout
    expect(await seeded()).toBe(await seeded())
    const seeds = [await run(args), await run(args)].map(({ stdout }): unknown => JSON.parse(stdout).seed)
    expect(seeds).toEqual([expect.any(Number), expect.any(Number)])
    expect(seeds[0]).not.toBe(seeds[1])
  })

  test('a counterexample is printed, small, with what repeats it', async () => {
    mockCode = failing
    const { code, stdout } = await run(['fuzz', '--runs', '20', '--seed', '7', '--only', 'damaged'])
    expect(code).toBe(1)
    const [, only, seed] = /\nto repeat it: npm run fuzz -- --only (damaged:[\d:]+) --seed (\d+)\n$/.exec(stdout) ?? []
    expect(seed).toBe('7')
    expect(stdout).toContain('\ndamaged samples: broken in run 1\nonly Segment’s own error types are thrown: TypeError')
    const [, smallest] = /\nsmallest: (.+)\n/.exec(stdout) ?? []
    const again = await run(['fuzz', '--seed', '7', '--only', only ?? '', '--json'])
    expect(again.code).toBe(1)
    expect(JSON.parse(again.stdout)).toMatchObject({
      seed: 7,
      experiments: [{ name: 'damaged', runs: 1, counterexample: { input: JSON.parse(smallest ?? '') } }],
    })
  })

  test('a terminal sees how far it is', async () => {
    const { stderr } = await run(['fuzz', '--runs', '500', '--seed', '7', '--only', 'damaged'], { isTTY: true })
    expect(stderr).toBe('\r\u001b[Kdamaged samples: 500 runs …\r\u001b[K')
  })

  test.each([
    [['--runs', 'many'], '--runs: expected a whole number from 1 to 2147483647'],
    [['--runs', '-1'], '--runs: expected a whole number from 1 to 2147483647'],
    [['--seed', '2147483648'], '--seed: expected a whole number from 0 to 2147483647'],
    [
      ['--only', 'dates'],
      '--only: expected arbitrary, damaged, clocks, or one with its path as a failing run prints it, damaged:17:0:3',
    ],
    [
      ['--only', 'damaged:x'],
      '--only: expected arbitrary, damaged, clocks, or one with its path as a failing run prints it, damaged:17:0:3',
    ],
  ])('%j is wrong use', async (args, message) => {
    expect(await run(['fuzz', ...args])).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
  })
})
