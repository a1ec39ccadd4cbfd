import { spawnSync } from 'node:child_process'
import { projectRoot } from '../../build/system/project'
import { backfillTable } from './backfill'
import { goalTable, growthTable, speedGoals, timeTable } from './report'

test('the bench measures the samples, and holds the size against its goal', () => {
  const argv = ['--import', 'tsx', 'test/bench/main.ts', '--quick']
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: projectRoot, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^median, µs +request +unavoidable/)
  expect(stdout).toMatch(/\nCheck-In( +\d+\.\d){7}\n/)
  expect(stdout).toMatch(/\nµs for each( +\d+\.\d){2}\n/)
  expect(stdout).toMatch(/\nsize +[\d,]+ bytes +at most 102,400 bytes +(?:met|MISSED)\n$/)
})

const samples = [
  { file: 'check-in/plain.json', work: { event: 'Check-In' }, times: [100, 20, 12, 30, 10, 8.04] },
  { file: 'check-in/batch.json', work: { event: 'Check-In' }, times: [60, 40, 12, 30, 10, 8] },
  { file: 'referral/plain.json', work: { event: 'Referral' }, times: [30, 20, 5, 10, 5, 4] },
]

test('times are added up by event', () => {
  const [table] = timeTable(samples).split('\n\n')
  expect(table).toBe(`\
median, µs      request  unavoidable  floor   kit  handler  parse  ratio
Check-In          160.0         60.0   24.0  60.0     20.0   16.0    2.7
  plain           100.0         20.0   12.0  30.0     10.0    8.0    5.0
  batch            60.0         40.0   12.0  30.0     10.0    8.0    1.5
Referral           30.0         20.0    5.0  10.0      5.0    4.0    1.5
  plain            30.0         20.0    5.0  10.0      5.0    4.0    1.5
all, once each    190.0         80.0   29.0  70.0     25.0   20.0    2.4`)
})

test('growth has a column for each size', () => {
  expect(growthTable([1, 1000], [10, 12.34])).toBe(`\
events in a request     1  1,000
µs for each          10.0   12.3`)
})

test('goals name the slowest event, and say whether they are met', () => {
  expect(goalTable([...speedGoals(samples), { name: 'size', measured: 5000, atMost: 5000, unit: 'bytes' }])).toBe(`\
goal                                      measured
request against unavoidable work            2.38 ×        at most 1.9 ×  MISSED
the same for Check-In                       2.67 ×        at most 2.5 ×  MISSED
request against Segment's mapping-kit       2.71 ×          at most 1 ×  MISSED
size                                   5,000 bytes  at most 5,000 bytes     met`)
})

test('the backfill of each checkout has a row', () => {
  const usage = { lines: 1000, seconds: 0.5, cpuSeconds: 0.8, peakMegabytes: 180, calls: 2000 }
  const old = { ...usage, name: '/old', seconds: 2.5, requests: 40, bytes: 1_500_000 }
  expect(backfillTable([{ ...usage, name: projectRoot, requests: 4, bytes: 150_000 }, old])).toBe(`\
backfill       lines/s  CPU µs/line  cores in use  peak MB  requests  MB sent
this checkout     2000          800           1.6      180         4      0.1
/old               400          800           0.3      180        40      1.5`)
})
