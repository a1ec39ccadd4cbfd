import { noCounts } from '../../../build/backfill/counts'
import { Tally } from '../../../build/backfill/dry-run'
import { createProgress, progressText } from '../../../build/commands/backfill/progress'
import { durationText } from '../../../build/system/duration'

test.each([
  [0, '1 s'],
  [59.6, '1 min'],
  [3725, '1 h 2 min'],
  [7200, '2 h'],
  [200_000, '2 d 7 h'],
])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text))

test.each([
  ['counts each of three guests once', 3, { count: 3, exact: true }],
  ['counts no more guests than it has memory for, and says that there are more', 2, { count: 2, exact: false }],
])('a dry run %s', (_, mostGuests, guests) => {
  const findings = new Tally(mostGuests)
  for (const userId of ['a', 'b', 'c', 'a', 'b']) findings.add({ type: 'track', userId })
  expect(findings.guests).toEqual(guests)
})

test('progress of large numbers fits a terminal, and tells the time that is left', () => {
  const counts = { ...noCounts([600, 400]), lines: 1_234_567, calls: 2_469_134, rejected: 3, read: 250 }
  expect(progressText(counts, { seconds: 4938, read: 250 })).toBe(
    '█░░░░░ 25%  4 h 6 min left  1,234,567 lines  2,469,134 calls  500/s  3 rejected',
  )
  expect(progressText({ ...counts, lines: 5, size: undefined }, { seconds: 0, read: 0 })).toBe(
    '5 lines  2,469,134 calls  2,469,134/s  3 rejected',
  )
})

test('where there is no terminal, a line is written every ten seconds', () => {
  let now = 0
  const notes: string[] = []
  const screen = { note: (text: string) => notes.push(text), progress: (text: string) => notes.push(`passing ${text}`) }
  const counts = { ...noCounts([100]), lines: 1 }
  const show = createProgress(counts, { isTerminal: false, screen, time: { now: () => now } })
  for (; now <= 25_000; now += 1000) {
    counts.read += 2
    show()
  }
  expect(notes).toEqual([
    '█░░░░░ 22%  35 s left  1 line  0 calls  0/s  0 rejected',
    '██░░░░ 42%  28 s left  1 line  0 calls  0/s  0 rejected',
  ])
})
