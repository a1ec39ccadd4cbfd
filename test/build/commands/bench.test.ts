import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { goalsOf } from '../../../build/bench/goals'
import { median } from '../../../build/bench/medians'
import { benchText } from '../../../build/bench/report'
import { createScreen } from '../../../build/cli/screen'
import { projectRoot } from '../../../build/system/project'
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

/** A measurement of each kind, and no more. */
jest.mock('../../../build/bench/effort', () => ({
  usualEffort: { rounds: 2, sampleTime: 1, coldStarts: 1, requests: 10, batchSizes: [1, 3] },
}))

const judged = { measured: expect.any(Number), met: expect.any(Boolean) }

test('no sample that gives a call is a failure', async () => {
  file('samples/unknown.json', { event: 'Foo', accountId: 5 })
  const { code, stdout, stderr } = await run(['bench'])
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: no sample in test/webhooks gives a call, so there is nothing to measure\n',
  })
})

test('--json has the times of every sample and event, growth, memory, and the goals; a terminal sees how far it is', async () => {
  file('samples/check-in.json', { event: 'Check-In', accountId: 5 })
  const { code, stdout, stderr } = await run(['bench', '--json'], { isTTY: true })
  const number = expect.any(Number)
  const times = {
    ...{ requestUs: number, unavoidableUs: number, floorUs: number, mappingKitUs: number, parseUs: number },
    ratio: number,
  }
  expect(code).toBe(0)
  expect(stderr).toContain('\r\u001b[Kmemory: 0 of 10 requests …')
  expect(stderr).toContain('\r\u001b[Ktimes: round 2 of 2 …\r\u001b[K')
  expect(JSON.parse(stdout)).toEqual({
    samples: [{ file: expect.stringContaining('check-in.json'), event: 'Check-In', ...times }],
    events: [{ event: 'Check-In', ...times }],
    overall: times,
    skipped: [expect.stringContaining('unknown.json')],
    growth: [
      { events: 1, perEventUs: number },
      { events: 3, perEventUs: number },
    ],
    coldStartMs: number,
    memory: { requests: 10, keptBytes: number },
    bytes: number,
    goals: [
      { name: 'request against unavoidable work', atMost: 2, unit: '×', ...judged },
      { name: 'the same for Check-In', atMost: 2, unit: '×', ...judged },
      { name: 'event in a large batch to alone', atMost: 2, unit: '×', ...judged },
      { name: 'kept after 10 requests', atMost: 40, unit: 'bytes', ...judged },
      { name: 'cold start', atMost: 3, unit: 'ms', ...judged },
      { name: 'size', atMost: 102_400, unit: 'bytes', ...judged },
    ],
  })
})

const times = { requestUs: 100, unavoidableUs: 20, floorUs: 12, mappingKitUs: 30, parseUs: 8.04, ratio: 5 }
const measured = {
  samples: [{ file: 'test/webhooks/check-in/of-a-guest-far-from-home.json', event: 'Check-In', ...times }],
  events: [{ event: 'Check-In', ...times }],
  overall: times,
  skipped: ['odd.json'],
  growth: [
    { events: 1, perEventUs: 10 },
    { events: 1000, perEventUs: 12 },
  ],
  coldStartMs: 3.1,
  memory: { requests: 1000, keptBytes: 4001 },
  bytes: 60_000,
}

function textOf(columns: number): string {
  const stream = { write: () => undefined, columns }
  return benchText(measured, goalsOf(measured), createScreen({ stdout: stream, stderr: stream, env: {} }))
}

test('a missed goal is said plainly', () => {
  expect(textOf(80)).toBe(`\
median, µs                  request  unavoidable  floor   kit  parse  ratio
Check-In                      100.0         20.0   12.0  30.0    8.0    5.0
  of-a-guest-far-from-home    100.0         20.0   12.0  30.0    8.0    5.0
all, once each                100.0         20.0   12.0  30.0    8.0    5.0

unavoidable  parsing, writing the calls as JSON, one SHA-256 of the text
floor        parsing, sixteen direct reads, one SHA-256, two calls
kit          the same with the sixteen read by Segment's mapping-kit
parse        JSON.parse alone
ratio        a request against the unavoidable work

odd.json: not measured, for it gives no calls

events in a request     1  1,000
µs for each          10.0   12.0

goal                                  measured
request against unavoidable work           5 ×            at most 2 ×  MISSED
the same for Check-In                      5 ×            at most 2 ×  MISSED
event in a large batch to alone          1.2 ×            at most 2 ×     met
kept after 1,000 requests          4,001 bytes    at most 4,000 bytes  MISSED
cold start                              3.1 ms           at most 3 ms  MISSED
size                              60,000 bytes  at most 102,400 bytes     met`)
})

test('a narrow terminal leaves the end of a name', () => {
  const [, , row] = textOf(40).split('\n')
  expect(row).toBe('  …r-from-home    100.0         20.0   12.0  30.0    8.0    5.0')
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
