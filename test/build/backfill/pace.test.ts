import { batchLimit, createPace } from '../../../build/backfill/pace'

/** The moments at which batches of so many calls went out, when each timer is late by so much. */
async function sentAt(rate: number, batch: number, count: number, late: (turn: number) => number): Promise<number[]> {
  let now = 0
  let turn = 0
  const sleep = async (ms: number) => {
    now += ms + late(turn++)
  }
  const pace = createPace(rate, { elapsed: () => now, sleep })
  const moments: number[] = []
  const lanes = Array.from({ length: count }, async () => {
    await pace(batch)
    moments.push(now)
  })
  await Promise.all(lanes)
  return moments
}

test.each([
  ['timers on time', () => 0],
  ['a timer a second late now and then', (turn: number) => (turn % 5 === 0 ? 1000 : 0)],
  ['timers that are all a little late', () => 7],
])('with %s, no second has more than the rate and a tenth', async (_, late) => {
  const rate = 200
  const batch = batchLimit(rate)
  const moments = await sentAt(rate, batch, 60, late)
  const seconds = moments.map((start) => batch * moments.filter((at) => at >= start && at < start + 1000).length)
  expect(Math.max(...seconds)).toBeLessThanOrEqual(1.1 * rate)
})

test('with timers on time, the rate is reached', async () => {
  expect(await sentAt(100, 10, 5, () => 0)).toEqual([0, 100, 200, 300, 400])
})

test.each([
  [500, 50],
  [25, 2],
  [9, 1],
  [1, 1],
])('at %i calls a second, a batch holds %i', (rate, most) => expect(batchLimit(rate)).toBe(most))
