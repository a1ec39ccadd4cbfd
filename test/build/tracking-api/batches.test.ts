import { faults } from '../../fakes/tracking-api'
import { call, calls, delivered, large, useDelivery } from './use-delivery'

const { api, notes, delivery, received, batches, outcomes } = useDelivery()
const malformed = { kind: 'refused', reason: 'Segment answered 400 (invalid_request): malformed, or too large' }

describe('batches', () => {
  test('hold as much as Segment takes, whatever the script', async () => {
    const many = Array.from({ length: 40 }, (_, index) => large(`m${index}`, ['x', 'é', '雪', 'i'][index % 4]))
    expect(await delivery().deliver(many)).toEqual(many.map(() => delivered))
    expect([batches(), outcomes(), received()]).toEqual([
      [15, 15, 10],
      [200, 200, 200],
      many.map(({ messageId }) => messageId),
    ])
  })

  test.each(['x', 'i', 'é', '雪', '"'])('take a call of as many %j as a call may hold, and no more', async (letter) => {
    const most = 32_768
    const empty = Buffer.byteLength(JSON.stringify(call('m1', { properties: { text: '' } })))
    const each = Buffer.byteLength(JSON.stringify(letter)) - 2
    const filled = (count: number) => call('m1', { properties: { text: letter.repeat(count) } })
    const fitting = Math.floor((most - empty) / each)
    expect(await delivery().deliver([filled(fitting), filled(fitting + 1)])).toEqual([
      delivered,
      { kind: 'refused', reason: 'too large: over 32 KB' },
    ])
    expect(received()).toEqual(['m1'])
  })

  test('of nothing but what cannot be sent are not sent', async () => {
    const refused = { kind: 'refused', reason: 'id_not_string' }
    expect(await delivery().deliver([call('m1', { userId: 5 })])).toEqual([refused])
    expect(batches()).toEqual([])
  })

  test('end with what the receiver of the news throws', async () => {
    const work = delivery().deliver([large('a'), ...Array.from({ length: 15 }, () => large('b'))], () => {
      throw new Error('the disk is full')
    })
    await expect(work).rejects.toThrow('the disk is full')
    expect(batches()).toEqual([15])
  })

  test('of none there are none', async () => {
    expect([await delivery().deliver([]), batches()]).toEqual([[], []])
  })

  test('are sent one after the other, and those of another delivery beside them', async () => {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    api().fail(faults.slow(held))
    const lanes = delivery()
    const first = lanes.deliver([...Array.from({ length: 16 }, (_, index) => large(`a${index}`))])
    while (api().requests.length === 0) await new Promise(setImmediate)
    await lanes.deliver([call('b')])
    expect(batches()).toEqual([15, 1])
    letGo()
    await first
    expect([batches(), received().slice(-2)]).toEqual([
      [15, 1, 1],
      ['b', 'a15'],
    ])
  })

  test('arrive, whatever goes wrong, and those of each delivery in their order', async () => {
    for (const fault of [faults.lostAnswer, faults.rateLimited(1), faults.reset, faults.failure(413)])
      api().fail(fault, 3)
    const lanes = ['a', 'b', 'c', 'd'].map((lane) => Array.from({ length: 20 }, (_, index) => large(`${lane}${index}`)))
    const shared = delivery()
    const results = await Promise.all(lanes.map((lane) => shared.deliver(lane)))
    expect(results).toEqual(lanes.map((lane) => lane.map(() => delivered)))
    for (const lane of lanes) {
      const ids = lane.map(({ messageId }) => messageId)
      expect(received().filter((id) => ids.includes(id))).toEqual(ids)
    }
    expect(notes).toHaveLength(9)
  })
})

describe('a batch that Segment refuses', () => {
  test.each<[number, readonly number[]]>([
    [1, [0]],
    [2, [1]],
    [7, [3]],
    [7, [0, 6]],
    [4, [0, 1, 2, 3]],
  ])('of %i calls loses those at %j alone, and the order stays', async (count, bad) => {
    for (const index of bad) api().refuse(`m${index}`)
    const confirmed: number[] = []
    const result = await delivery().deliver(calls(count), (index) => confirmed.push(index))
    expect(result).toEqual(calls(count).map((_, index) => (bad.includes(index) ? malformed : delivered)))
    expect(confirmed).toEqual(calls(count).map((_, index) => index))
    expect(received()).toEqual(calls(count).flatMap(({ messageId }, index) => (bad.includes(index) ? [] : [messageId])))
  })

  test('as too large is parted as well', async () => {
    api().fail(faults.failure(413))
    expect(await delivery().deliver(calls(3))).toEqual([delivered, delivered, delivered])
    expect(batches()).toEqual([3, 2, 1])
  })

  test('is told of without what Segment says in sentences, which may quote a guest', async () => {
    api().fail({ isDone: false, replace: () => ({ status: 400, body: { code: 'for Ada Lovelace', message: 'Ada' } }) })
    const reason = 'Segment answered 400: malformed, or too large'
    expect(await delivery().deliver([call('m1')])).toEqual([{ kind: 'refused', reason }])
  })
})

test('a batch holds at most 2,500 calls', async () => {
  await delivery().deliver(calls(2501))
  expect(batches()).toEqual([2500, 1])
})

test('every request waits for its turn, also one that is sent again', async () => {
  const turns: number[] = []
  api().fail(faults.failure(500))
  api().refuse('m1')
  await delivery({ pace: async (count) => void turns.push(count) }).deliver(calls(3))
  expect([turns, batches()]).toEqual([
    [3, 3, 2, 1, 1, 1],
    [3, 3, 2, 1, 1, 1],
  ])
})
