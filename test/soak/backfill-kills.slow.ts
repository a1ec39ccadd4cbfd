import { killsWrong } from './backfill-kills'

test.each([
  ['every call, a few of them twice, and a second run that was refused', {}, []],
  ['a call too few', { calls: 79_999 }, ['79,999 calls arrived of 80,000']],
  ['more twice than was under way', { doubled: 32_001 }, ['32,001 calls arrived twice']],
  ['a second run that sent', { exitOfSecond: 0 }, ['a second run ended with 0']],
])('twenty kills with %s: %j gives %j', (_, measured, wrong) => {
  expect(killsWrong({ kills: 20, calls: 80_000, doubled: 32_000, exitOfSecond: 1, ...measured })).toEqual(wrong)
})
