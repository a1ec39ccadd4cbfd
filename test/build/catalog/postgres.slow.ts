import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { postgresScript } from '../../../build/catalog/postgres'
import { type CellValue, type ColumnType, type Table, warehouseOf } from '../../../build/catalog/warehouse'
import type { Json } from '../../../build/runtime'

const long = `p${'x'.repeat(70)}`
const cut = long.slice(0, 63)

/** A table of one column, with a row for each value. */
const tableOf = (type: ColumnType, ...values: (CellValue | null)[]): Table => {
  return { name: 't', columns: [{ name: 'x', type }], rows: values.map((value) => [value]) }
}
const texts = [
  ["it's", "it's"],
  ['"quoted"', '"quoted"'],
  ["\\'; DROP TABLE t; --", "\\'; DROP TABLE t; --"],
  ["E'\\u0041' \\x41 \\", "E'\\u0041' \\x41 \\"],
  ['$$ $1 :name %s', '$$ $1 :name %s'],
  ['*/ /* -- \n\\. \r\n\t\u007f\u0085', '*/ /* -- \n\\. \r\n\t\u007f\u0085'],
  ['日本 😀 é\u202e', '日本 😀 é\u202e'],
  ['a\0b\0', 'ab'],
  ['', ''],
  ['NULL', 'NULL'],
  ['😀'.repeat(512), '😀'.repeat(512)],
] as const
const numbers = [0.1, -0.5, 1e21, 5e-324, 1.7976931348623157e308, 3]
const guest = {
  firstName: "Ada O'Neil",
  points: 12,
  balance: 12.5,
  opted: true,
  birthday: '1990-04-01',
  list: [{ a: '\0' }],
}
const calls = warehouseOf([
  { type: 'identify', userId: '5', messageId: 'm1', timestamp: '2025-07-19T12:00:00-04:00', traits: guest },
  {
    type: 'track',
    userId: '5',
    event: 'Check-In',
    messageId: 'm2',
    properties: { [long]: 1, [`${long}2`]: 2, [cut]: 3 },
  },
]).tables

const typesOf = (table: string) =>
  `SELECT column_name, data_type, character_maximum_length FROM information_schema.columns
   WHERE table_schema = current_schema AND table_name = '${table}' ORDER BY ordinal_position`
const values = `SELECT array_to_json(array_agg(x)) FROM t`

/** Each load has a schema of its own: a script, then queries, and the rows that these must give. */
const loads: [string, { script: string; queries: string[] }, Json][] = [
  ['no tables', { script: postgresScript([]), queries: [typesOf('t')] }, [[]]],
  [
    'texts, hostile ones too',
    { script: postgresScript([tableOf('varchar', ...texts.map(([text]) => text), null)]), queries: [values] },
    [[[[...texts.map(([, kept]) => kept), null]]]],
  ],
  [
    'numbers to the last bit',
    { script: postgresScript([tableOf('float', ...numbers)]), queries: [values] },
    [[[numbers]]],
  ],
  [
    'integers up to 2^53',
    { script: postgresScript([tableOf('integer', 9007199254740991, -9007199254740991, 0)]), queries: [values] },
    [[[[9007199254740991, -9007199254740991, 0]]]],
  ],
  [
    'booleans',
    { script: postgresScript([tableOf('boolean', true, false, null)]), queries: [values] },
    [[[[true, false, null]]]],
  ],
  [
    'timestamps in any session time zone',
    {
      script: postgresScript([tableOf('timestamp', '2025-07-19T16:00:00.123Z', '0001-01-01T00:00:00.000Z')]),
      queries: [`SELECT x AT TIME ZONE 'UTC' = '2025-07-19 16:00:00.123' OR x = '0001-01-01 00:00Z' FROM t`],
    },
    [[[true], [true]]],
  ],
  [
    'the columns of a table',
    {
      script: postgresScript(calls),
      queries: [typesOf('identifies'), 'SELECT first_name, points, balance, opted, birthday, list FROM users'],
    },
    [
      [
        ['id', 'character varying', 512],
        ['user_id', 'character varying', 512],
        ['timestamp', 'timestamp with time zone', null],
        ['original_timestamp', 'timestamp with time zone', null],
        ['first_name', 'character varying', 512],
        ['points', 'bigint', null],
        ['balance', 'double precision', null],
        ['opted', 'boolean', null],
        ['birthday', 'timestamp with time zone', null],
        ['list', 'character varying', 512],
      ],
      [["Ada O'Neil", 12, 12.5, true, '1990-04-01T00:00:00.000Z', '[{"a":"\\u0000"}]']],
    ],
  ],
  [
    'names over 63 bytes, cut and kept distinct',
    {
      script: postgresScript(calls),
      queries: [`SELECT "${cut}", "${long.slice(0, 61)}_2", "${long.slice(0, 61)}_3" FROM check_in`],
    },
    [[[3, 1, 2]]],
  ],
  [
    'nothing when a table is there already',
    { script: `CREATE TABLE t (); ${postgresScript([tableOf('integer', 1)])}`, queries: [] },
    'relation "t" already exists',
  ],
]

describe('PostgreSQL holds', () => {
  let answers: Json[] = []
  beforeAll(() => {
    const input = JSON.stringify(loads.map(([, load]) => load))
    // To compile PostgreSQL for speed takes longer than all that it does here.
    const argv = ['--liftoff-only', path.join(__dirname, 'load-into-postgres.mjs')]
    const { stdout, stderr } = spawnSync(process.execPath, argv, { input, encoding: 'utf8' })
    expect(stderr).toBe('')
    answers = JSON.parse(stdout)
  }, 60_000)

  test.each(loads.map(([what, , expected], index) => [what, index, expected] as const))('%s', (_, index, expected) => {
    expect(answers[index]).toEqual(expected)
  })
})

test('the same tables give the same script, with what is changed as comments', () => {
  const { tables } = warehouseOf([
    { type: 'track', userId: '5', event: 'E', messageId: 'm', properties: { [long]: "a\0'\n" } },
  ])
  const script = `BEGIN;

CREATE TABLE "tracks" (
  "id" varchar(512),
  "event" varchar(512),
  "event_text" varchar(512),
  "user_id" varchar(512)
);
INSERT INTO "tracks" ("id", "event", "event_text", "user_id") VALUES
  ('m', 'e', 'E', '5');

-- ${cut} is ${long}, which is over PostgreSQL's 63 bytes.
-- Texts are without their NUL characters, which PostgreSQL cannot hold.
CREATE TABLE "e" (
  "id" varchar(512),
  "event" varchar(512),
  "event_text" varchar(512),
  "user_id" varchar(512),
  "${cut}" varchar(512)
);
INSERT INTO "e" ("id", "event", "event_text", "user_id", "${cut}") VALUES
  ('m', 'e', 'E', '5', E'a''\\u000a');

COMMIT;
`
  expect([postgresScript(tables), postgresScript(tables)]).toEqual([script, script])
})
