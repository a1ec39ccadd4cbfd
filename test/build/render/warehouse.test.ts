import { warehouseOf } from '../../../build/catalog/warehouse'
import { createScreen } from '../../../build/cli/screen'
import { warehouseText } from '../../../build/render/warehouse'
import { badLines } from './bad-lines'

const stream = { write: () => undefined }
const view = createScreen({ stdout: stream, stderr: stream, env: {} })

const warehouse = warehouseOf([
  { type: 'identify', userId: '5', messageId: 'm1', traits: { points: 1, address: { city: ' Portland' } } },
  {
    type: 'identify',
    userId: '5',
    messageId: 'm2',
    traits: { points: 1.5, note: 'long '.repeat(20).trim(), at: '2025-07-19' },
  },
])

test('tables, rows and warnings', () => {
  expect(warehouseText(warehouse, view)).toBe(`\
identifies  6 columns, 2 rows
  row 1
    id            varchar    m1
    user_id       varchar    5
    points        integer    1
    address_city  varchar    " Portland"
  row 2
    id       varchar    m2
    user_id  varchar    5
    points   integer    1
    note     varchar    long long long long long long long long long long long
                        long long long long long long long long long
    at       timestamp  2025-07-19T00:00:00.000Z

users  5 columns, 1 row
    id            varchar    5
    points        integer    1
    address_city  varchar    " Portland"
    note          varchar    long long long long long long long long long long
                             long long long long long long long long long long
    at            timestamp  2025-07-19T00:00:00.000Z

Segment fills received_at, sent_at and uuid_ts itself when it receives and loads
a call.

warning: identifies, users: points becomes float or integer by its first value,
  here integer`)
})

test('no calls', () => expect(warehouseText(warehouseOf([]), view)).toBe('No calls, so no tables.'))

test.each([40, 60, 80, 120])('no line is longer than %d characters, unless a word is', (width) => {
  const long = { ['name'.repeat(30)]: 'x'.repeat(600), text: 'word\n'.repeat(80), emoji: '😀'.repeat(600) }
  const calls = [{ type: 'track', event: 'E '.repeat(40), userId: '5', messageId: 'm', properties: long }] as const
  const text = warehouseText(warehouseOf([...calls]), { ...view, width })
  const lines = text.split('\n').filter((line) => !/columns, \d+ row/.test(line))
  expect(badLines(lines.join('\n'), width)).toEqual([])
})
