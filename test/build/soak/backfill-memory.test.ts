import { discrepanciesOf } from '../../../build/soak/backfill-memory'

const figures = { lines: 10, calls: 20, seconds: 1, linesPerSecond: 10, peakMegabytes: 200 }

test.each([
  ['two calls for each line, in little memory', {}, []],
  ['a call too few', { calls: 19 }, ['19 calls arrived of 20']],
  ['a call too many', { calls: 21 }, ['21 calls arrived of 20']],
  ['too much memory', { peakMegabytes: 201 }, ['the process took 201 MB']],
])('of a backfill with %s it says what is wrong', (_, measured, first) => {
  expect(discrepanciesOf({ ...figures, ...measured })).toEqual({ count: first.length, first })
})
