import { noCounts } from '../../../build/backfill/counts'
import { Figures } from '../../../build/backfill/figures'
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
  const figures = new Figures(mostGuests)
  for (const id of ['a', 'b', 'c', 'a', 'b']) figures.addGuest({ ids: [`user ${id}`] })
  expect(figures.guests).toEqual(guests)
})

test('the same reason is counted once for each body, whichever of its events it is about', () => {
  const figures = new Figures()
  figures.addRejection(['column 9: is not valid JSON'], 'a:1')
  figures.addRejection(['event[0].type: unknown', 'event[3].type: unknown'], 'a:2')
  figures.addRejection(['event.type: unknown'], 'a:3')
  expect(figures.rejections).toEqual([
    { reason: 'event.type: unknown', count: 2, places: ['a:2', 'a:3'] },
    { reason: 'is not valid JSON', count: 1, places: ['a:1'] },
  ])
})

test('a thousand reasons are told apart, and the others counted together', () => {
  const figures = new Figures()
  for (let reason = 0; reason < 1005; reason++) figures.addRejection([`unknown ${reason}`], `a:${reason}`)
  expect(figures.rejections[0]).toMatchObject({ reason: 'other reasons', count: 5 })
  expect(figures.rejections).toHaveLength(1001)
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
  const show = createProgress(counts, { isTerminal: false, screen, time: { elapsed: () => now } })
  for (; now <= 25_000; now += 1000) {
    counts.read += 2
    show()
  }
  expect(notes).toEqual([
    '█░░░░░ 22%  35 s left  1 line  0 calls  0/s  0 rejected',
    '██░░░░ 42%  28 s left  1 line  0 calls  0/s  0 rejected',
  ])
})
