import { build } from 'esbuild'
import { freeNames } from '../../../build/bundle/free-names'
import { ecmaScriptGlobals } from '../../../build/bundle/globals'
import { type CellValue, type Column, type Table, warehouseOf } from '../../../build/catalog/warehouse'
import type { Json, SegmentCall } from '../../../build/runtime'

type Properties = Record<string, Json>

let made = 0
const track = (event: string, properties: Properties = {}, more: Properties = {}): SegmentCall => {
  return { type: 'track', event, userId: '5', messageId: `t${made++}`, properties, ...more }
}
const identify = (traits: Properties, more: Properties = {}): SegmentCall => {
  return { type: 'identify', userId: '5', messageId: `i${made++}`, traits, ...more }
}

const tableNamed = (calls: readonly SegmentCall[], name: string): Table | undefined =>
  warehouseOf(calls).tables.find((table) => table.name === name)

/** A column of a table: its type and values. */
function column(
  calls: readonly SegmentCall[],
  table: string,
  name: string,
): [string, ...(CellValue | null)[]] | undefined {
  const { columns = [], rows = [] } = tableNamed(calls, table) ?? {}
  const index = columns.findIndex((one: Column) => one.name === name)
  return index === -1 ? undefined : [columns[index]?.type ?? '', ...rows.map((row) => row[index] ?? null)]
}

const warnings = (calls: readonly SegmentCall[]) =>
  warehouseOf(calls).warnings.map(({ kind, tables, text }) => `${kind} [${tables.join(', ')}] ${text}`)

test('the tables of a guest who checks in', () => {
  const time = {
    timestamp: '2025-07-19T15:01:40.000Z',
    context: { library: { name: 'us' }, traits: { firstName: 'Ada' } },
  }
  const calls: SegmentCall[] = [
    { type: 'identify', userId: '5', anonymousId: 'a', messageId: 'm1', traits: { firstName: 'Ada' }, ...time },
    { type: 'track', event: 'Check-In', userId: '5', messageId: 'm2', properties: { store_code: '007' }, ...time },
  ]
  const varchar = (name: string) => ({ name, type: 'varchar' })
  const times = ['timestamp', 'original_timestamp'].map((name) => ({ name, type: 'timestamp' }))
  const context = ['context_library_name', 'context_traits_first_name'].map(varchar)
  const ofTrack = [...['id', 'event', 'event_text', 'user_id'].map(varchar), ...times]
  const at = '2025-07-19T15:01:40.000Z'
  expect(warehouseOf(calls)).toEqual({
    tables: [
      {
        name: 'tracks',
        columns: [...ofTrack, ...context],
        rows: [['m2', 'check_in', 'Check-In', '5', at, at, 'us', 'Ada']],
      },
      {
        name: 'identifies',
        columns: [...['id', 'user_id', 'anonymous_id'].map(varchar), ...times, varchar('first_name'), ...context],
        rows: [['m1', '5', 'a', at, at, 'Ada', 'us', 'Ada']],
      },
      { name: 'users', columns: [...['id', 'first_name'].map(varchar), ...context], rows: [['5', 'Ada', 'us', 'Ada']] },
      {
        name: 'check_in',
        columns: [...ofTrack, varchar('store_code'), ...context],
        rows: [['m2', 'check_in', 'Check-In', '5', at, at, '007', 'us', 'Ada']],
      },
    ],
    warnings: [],
  })
})

test('nothing gives nothing', () => expect(warehouseOf([])).toEqual({ tables: [], warnings: [] }))

describe('a value becomes a column', () => {
  const long = 'é'.repeat(600)
  test.each<[string, Json, [string, ...(CellValue | null)[]] | undefined]>([
    ['a text', 'x', ['varchar', 'x']],
    ['an empty text', '', ['varchar', '']],
    ['a text of digits', '0042', ['varchar', '0042']],
    ['a text of over 512 characters', long, ['varchar', 'é'.repeat(512)]],
    ['a text of over 512 characters of two units', '😀'.repeat(513), ['varchar', '😀'.repeat(512)]],
    ['a whole number', 5, ['integer', 5]],
    ['a decimal number', 5.25, ['float', 5.25]],
    ['a whole number that no integer holds', 1e20, ['float', 1e20]],
    ['a boolean', false, ['boolean', false]],
    ['an instant', '2025-07-19T12:01:40-03:00', ['timestamp', '2025-07-19T15:01:40.000Z']],
    ['an instant without an offset', '2025-07-19 12:01:40.5', ['timestamp', '2025-07-19T12:01:40.500Z']],
    ['a date', '1990-04-01', ['timestamp', '1990-04-01T00:00:00.000Z']],
    ['a date that is none', '2025-02-30', ['varchar', '2025-02-30']],
    ['the year 0', '0000-01-01', ['varchar', '0000-01-01']],
    ['a year beyond 9999', '9999-12-31T23:00:00-05:00', ['varchar', '9999-12-31T23:00:00-05:00']],
    ['a year alone', '2025', ['varchar', '2025']],
    ['a list', [{ a: 1 }, 'b'], ['varchar', '[{"a":1},"b"]']],
    ['an empty list', [], ['varchar', '[]']],
    ['null', null, undefined],
    ['an empty object', {}, undefined],
  ])('%s', (_, value, expected) => expect(column([track('E', { x: value })], 'e', 'x')).toEqual(expected))
})

describe('a column keeps the type of its first value', () => {
  test.each<[string, Json[], [string, ...(CellValue | null)[]]]>([
    ['null is no value', [null, 1.5], ['float', null, 1.5]],
    ['an integer cuts fractions off', [1, 2.9, -2.9, 1e20], ['integer', 1, 2, -2, null]],
    ['a float holds integers', [1.5, 2], ['float', 1.5, 2]],
    ['a text holds anything', ['x', 1, true], ['varchar', 'x', '1', 'true']],
    ['a text keeps a time as it was sent', ['x', '2025-07-19'], ['varchar', 'x', '2025-07-19']],
    ['a number holds no text', [1, '2'], ['integer', 1, null]],
    ['a boolean holds no number', [true, 1], ['boolean', true, null]],
    ['a timestamp holds no other text', ['2025-07-19', 'soon'], ['timestamp', '2025-07-19T00:00:00.000Z', null]],
  ])('%s', (_, values, expected) => {
    expect(
      column(
        values.map((x) => track('E', { x })),
        'e',
        'x',
      ),
    ).toEqual(expected)
  })
})

test('objects are flattened, lists are not', () => {
  const calls = [
    identify({ address: { postalCode: '04101', lines: [{ a: 1 }] } }, { context: { app: { Build: [1] } } }),
  ]
  expect(column(calls, 'identifies', 'address_postal_code')).toEqual(['varchar', '04101'])
  expect(column(calls, 'identifies', 'address_lines')).toEqual(['varchar', '[{"a":1}]'])
  expect(column(calls, 'users', 'context_app_build')).toEqual(['varchar', '[1]'])
})

test("ids are texts, whatever they look like, and Segment's own columns do not give way", () => {
  const calls = [
    track('2025-07-19', { id: 'x', user_id: 'x', userId: 'x', event: 'x', a: { id: 1 } }, { userId: '2025-07-19' }),
  ]
  const { columns, rows } = tableNamed(calls, '2025_07_19') ?? { columns: [], rows: [] }
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'id varchar',
    'event varchar',
    'event_text varchar',
    'user_id varchar',
    'a_id integer',
  ])
  expect(rows).toEqual([[calls[0]?.messageId, '2025_07_19', '2025-07-19', '2025-07-19', 1]])
  expect(warnings(calls)).toEqual([
    `no column [2025_07_19] "id" gets no column: id is one of Segment's own`,
    `no column [2025_07_19] "user_id" gets no column: user_id is one of Segment's own`,
    `no column [2025_07_19] "userId" gets no column: user_id is one of Segment's own`,
    `no column [2025_07_19] "event" gets no column: event is one of Segment's own`,
  ])
})

test('a trait may be called event', () => {
  expect(column([identify({ event: 'x' })], 'identifies', 'event')).toEqual(['varchar', 'x'])
})

test('users has one row a user, with the latest of each trait', () => {
  const calls = [
    identify({ tier: 'gold', points: 1 }),
    identify({ points: 9 }, { userId: '6' }),
    identify({ points: 2, tier: null }),
    { ...identify({ points: 7 }), userId: null, anonymousId: 'a' },
  ]
  expect(tableNamed(calls, 'users')).toEqual({
    name: 'users',
    columns: [
      { name: 'id', type: 'varchar' },
      { name: 'tier', type: 'varchar' },
      { name: 'points', type: 'integer' },
    ],
    rows: [
      ['5', 'gold', 2],
      ['6', null, 9],
    ],
  })
  expect(tableNamed(calls, 'identifies')?.rows).toHaveLength(4)
})

test('a message that repeats has one row', () => {
  const call = track('E')
  expect(tableNamed([call, call, track('E')], 'tracks')?.rows).toHaveLength(2)
})

test('a receipt gives received_at, and a time to what has none', () => {
  const received = { receivedAt: '2025-07-19T15:00:00Z', sentAt: '2025-07-19T14:59:00Z' }
  const calls = [track('E', {}, received), track('E', {}, { ...received, timestamp: '2025-07-19T10:00:00Z' })]
  const [at, earlier] = ['2025-07-19T15:00:00.000Z', '2025-07-19T10:00:00.000Z']
  expect(column(calls, 'tracks', 'received_at')).toEqual(['timestamp', at, at])
  expect(column(calls, 'tracks', 'timestamp')).toEqual(['timestamp', at, earlier])
  expect(column(calls, 'tracks', 'original_timestamp')).toEqual(['timestamp', null, earlier])
  expect(column(calls, 'tracks', 'sent_at')).toEqual([
    'timestamp',
    '2025-07-19T14:59:00.000Z',
    '2025-07-19T14:59:00.000Z',
  ])
  expect(column([identify({}, received)], 'users', 'received_at')).toEqual(['timestamp', at])
})

describe('it warns of', () => {
  test.each<[string, SegmentCall[], string[]]>([
    [
      'events that share a table',
      [track('Check-In'), track('Check In'), track('Check-In')],
      ['shared table [check_in] "Check-In" and "Check In" share the table check_in'],
    ],
    [
      "an event that is named like a table of Segment's own",
      [track('Users')],
      [`no table [users] "Users": users is a table of Segment's own`],
    ],
    [
      'an event without a name for a table',
      [track('日本')],
      ['no table [] "日本": no a–z, A–Z or 0–9 to name a table by'],
    ],
    [
      'properties of one call that share a column',
      [track('E', { storeName: 'a', store_name: 'b' })],
      ['shared column [e] "storeName" and "store_name" share the column store_name'],
    ],
    [
      'properties of several calls that share a column',
      [track('E', { wallets: { 'a-b': 1 } }), track('E', { wallets: { a_b: 1 } })],
      ['shared column [e] "wallets.a-b" and "wallets.a_b" share the column wallets_a_b'],
    ],
    [
      'a property that shares a column with the context',
      [track('E', { context_app: 'a' }, { context: { app: 'b' } })],
      ['shared column [e] "context_app" and "context.app" share the column context_app'],
    ],
    [
      'an integer, then a decimal',
      [identify({ points: 1 }), identify({ points: 1.5 })],
      ['type by order [identifies, users] points becomes float or integer by its first value, here integer'],
    ],
    [
      'a text, then a number',
      [track('E', { x: 'a' }), track('E', { x: 1 })],
      ['type by order [e] x becomes integer or varchar by its first value, here varchar'],
    ],
    ['a text that is cut', [track('E', { x: ['y'.repeat(512)] })], ['cut text [e] x is cut at 512 characters']],
    [
      'a property without a name for a column',
      [track('E', { 日本: 1 })],
      ['no column [e] "日本" gets no column: no a–z, A–Z or 0–9 to name it by'],
    ],
    ['nothing when all is well', [track('E', { x: 1 }), track('F', { x: 1.5 }), identify({ x: 'a' })], []],
  ])('%s', (_, calls, expected) => expect(warnings(calls)).toEqual(expected))
})

test('of two properties that share a column, the first is kept', () => {
  expect(column([track('E', { storeName: 'a', store_name: 'b' })], 'e', 'store_name')).toEqual(['varchar', 'a'])
})

test('a page can import it: it uses nothing but ECMAScript', async () => {
  const { outputFiles } = await build({
    entryPoints: ['build/catalog/warehouse.ts'],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  })
  const code = (outputFiles[0]?.text ?? '').replace(/^export \{[^}]*\};$/m, '')
  expect(code).toContain('function warehouseOf(')
  const free = [...freeNames(code)].filter((name) => !ecmaScriptGlobals.includes(name) && name !== 'undefined')
  expect(free).toEqual([])
})
