import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { goalsOf } from '../../../build/bench/goals'
import { median } from '../../../build/bench/medians'
import { benchText } from '../../../build/bench/report'
import { projectRoot } from '../../../build/project'
import { createScreen } from '../../../build/screen'
import { file, run } from './run'

type Task = { name: string; run: () => unknown; beforeEach?: () => void; result?: object }

/** jest cannot load tinybench, an ES module; this one times each task but once. */
jest.mock('tinybench', () => ({
  Bench: class {
    tasks: Task[] = []
    add(name: string, run: () => unknown, { beforeEach }: Partial<Task>) {
      this.tasks.push({ name, run, ...(beforeEach && { beforeEach }) })
    }
    async run() {
      for (const task of this.tasks) {
        task.beforeEach?.()
        const started = performance.now()
        await task.run()
        task.result = { state: 'completed', latency: { p50: performance.now() - started } }
      }
    }
  },
}))

test('no sample that gives a call is a failure', async () => {
  file('samples/unknown.json', { event: 'Foo', accountId: 5 })
  const { code, stdout, stderr } = await run(['bench'])
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: no sample in test/webhooks gives a call, so there is nothing to measure\n',
  })
})

test('--json has the times of every sample, and the goals', async () => {
  file('samples/check-in.json', { event: 'Check-In', accountId: 5 })
  const { code, stdout, stderr } = await run(['bench', '--json'])
  const times = { requestUs: expect.any(Number), unavoidableUs: expect.any(Number), parseUs: expect.any(Number) }
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toEqual({
    samples: [{ file: expect.stringContaining('check-in.json'), ...times, ratio: expect.any(Number) }],
    skipped: [expect.stringContaining('unknown.json')],
    overall: { ...times, ratio: expect.any(Number) },
    coldStartMs: expect.any(Number),
    bytes: expect.any(Number),
    budget: 65536,
    goals: [
      expect.objectContaining({ name: 'request against unavoidable work', atMost: 4, unit: '×' }),
      expect.objectContaining({ name: 'cold start', atMost: 8, unit: 'ms' }),
      expect.objectContaining({ name: 'size', atMost: 65536, unit: 'bytes' }),
    ],
  })
})

test('progress is for terminals', async () => {
  const { stdout, stderr } = await run(['bench'], { isTTY: true, env: { NO_COLOR: '1' } })
  expect(stderr).toContain('\r\u001b[Kround 5 of 5 …\r\u001b[K')
  expect(stdout).toMatch(/^median, µs +request +unavoidable +JSON\.parse +ratio\n/)
})

test('a missed goal is said plainly', () => {
  const times = { requestUs: 100, unavoidableUs: 20, parseUs: 8.04, ratio: 5 }
  const samples = [{ file: 'test/webhooks/check-in/plain.json', ...times }]
  const bench = { samples, skipped: ['odd.json'], overall: times, coldStartMs: 3.1, bytes: 60_000, budget: 65_536 }
  const stream = { write: () => undefined }
  const text = benchText(bench, goalsOf(bench), createScreen({ stdout: stream, stderr: stream, env: {} }))
  expect(text).toBe(`\
median, µs                         request  unavoidable  JSON.parse  ratio
test/webhooks/check-in/plain.json    100.0         20.0         8.0    5.0
all, once each                       100.0         20.0         8.0    5.0

A ratio is a request's time against the unavoidable work on the same body:
parsing its text, writing its calls as JSON, one SHA-256 of the text.

odd.json: not measured, for it gives no calls

goal                                  measured
request against unavoidable work           5 ×           at most 4 ×  MISSED
cold start                              3.1 ms          at most 8 ms     met
size                              60,000 bytes  at most 65,536 bytes     met`)
})

test('a narrow terminal leaves the end of a name', () => {
  const times = { requestUs: 100, unavoidableUs: 20, parseUs: 8.04, ratio: 5 }
  const samples = [{ file: 'test/webhooks/check-in/plain.json', ...times }]
  const bench = { samples, skipped: [], overall: times, coldStartMs: 3.1, bytes: 60_000, budget: 65_536 }
  const stream = { write: () => undefined, columns: 40 }
  const [, row] = benchText(bench, [], createScreen({ stdout: stream, stderr: stream, env: {} })).split('\n')
  expect(row).toBe('…in/plain.json    100.0         20.0         8.0    5.0')
})

test.each([
  [[3], 3],
  [[3, 1], 2],
  [[3, 1, 2], 2],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected))

test('the real tinybench times tasks', () => {
  const script = `require('./build/bench/medians').medians([{ run: () => 1 }, { run: async () => 2, before: () => 3 }],
    { time: 1, iterations: 2 }).then((times) => console.log(JSON.stringify(times)))`
  const tsx = path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs')
  const { stdout } = spawnSync(process.execPath, [tsx, '-e', script], { cwd: projectRoot, encoding: 'utf8' })
  expect(JSON.parse(stdout)).toEqual([expect.any(Number), expect.any(Number)])
})
