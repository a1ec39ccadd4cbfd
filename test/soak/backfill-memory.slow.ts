import { wrongIn } from './backfill-memory'

test.each([
  ['two calls for each line, in little memory', {}, []],
  ['a call too few', { calls: 19 }, ['19 calls arrived of 20']],
  ['a call too many', { calls: 21 }, ['21 calls arrived of 20']],
  ['too much memory', { peakMegabytes: 201 }, ['the backfill took 201 MB of at most 200']],
])('a backfill with %s: %j gives %j', (_, measured, wrong) => {
  expect(wrongIn({ lines: 10, calls: 20, peakMegabytes: 200, ...measured })).toEqual(wrong)
})
