import { byAge, keepOldest, type Named } from '../../../build/segment-api/same-name'

const early = '2026-01-31T12:00:00.000Z'
const late = '2026-01-31T12:00:01.000Z'

test.each<[situation: string, named: Named[], removed: string[]]>([
  ['nobody else created one', [{ id: 'ours', createdAt: early }], []],
  ['ours is not listed yet, and no other is', [], []],
  [
    'ours is older',
    [
      { id: 'ours', createdAt: early },
      { id: 'theirs', createdAt: late },
    ],
    [],
  ],
  [
    'theirs is older',
    [
      { id: 'ours', createdAt: late },
      { id: 'theirs', createdAt: early },
    ],
    ['ours'],
  ],
  [
    'both have one time',
    [
      { id: 'ours', createdAt: early },
      { id: 'theirs', createdAt: early },
    ],
    ['ours'],
  ],
  [
    'theirs has no time',
    [
      { id: 'ours', createdAt: early },
      { id: 'theirs', createdAt: null },
    ],
    ['ours'],
  ],
  ['ours has no time', [{ id: 'ours' }, { id: 'theirs', createdAt: late }], ['ours']],
])('when %s, what is deleted is right', async (_situation, named, removed) => {
  const deleted: string[] = []
  const remove = async (id: string) => void deleted.push(id)
  const error: unknown = await keepOldest('ours', 'function', named, remove).catch((one: unknown) => one)
  expect([deleted, error instanceof Error]).toEqual([removed, removed.length > 0])
})

test('what has no time counts as the oldest', () => {
  const named: Named[] = [{ id: 'b', createdAt: late }, { id: 'a', createdAt: early }, { id: 'c' }]
  expect(named.sort(byAge).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})
