import { appendFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { openInputs } from '../../../build/bodies/input'
import type { Item } from '../../../build/bodies/item'
import { directory } from '../../temporary-files'

/** The items of a file with this content, read in pieces of so many bytes. */
async function itemsOf(name: string, content: string | Buffer, stdin: Readable = Readable.from([])): Promise<Item[]> {
  const file = path.join(directory, name)
  writeFileSync(file, content)
  return readAll(openInputs([file], stdin)[0])
}

async function readAll(input: ReturnType<typeof openInputs>[number] | undefined): Promise<Item[]> {
  const items: Item[] = []
  for await (const piece of input?.items() ?? []) items.push(...piece)
  return items
}

describe('lines of JSON', () => {
  test.each<[string, string, Item[]]>([
    [
      'are a body each',
      '{"a":1}\n{"a":2}\n',
      [
        { line: 1, text: '{"a":1}' },
        { line: 2, text: '{"a":2}' },
      ],
    ],
    [
      'may end as on Windows, and begin with a mark',
      '\uFEFF{}\r\n{}\r\n',
      [
        { line: 1, text: '{}' },
        { line: 2, text: '{}' },
      ],
    ],
    [
      'may be blank, which are no bodies',
      '\n\n{}\n  \n{}\n',
      [
        { line: 3, text: '{}' },
        { line: 5, text: '{}' },
      ],
    ],
    [
      'may lack an end, if it is the last',
      '{}\n{"a"',
      [
        { line: 1, text: '{}' },
        { line: 2, text: '{"a"', isUnfinished: true },
      ],
    ],
    [
      'may be broken, and are read all the same',
      '{"a\n[]\n',
      [
        { line: 1, text: '{"a' },
        { line: 2, text: '[]' },
      ],
    ],
    ['may be none', '', []],
  ])('%s', async (_, text, expected) => expect(await itemsOf('lines.ndjson', text)).toEqual(expected))

  test('that are not UTF-8 are reported', async () => {
    const text = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}\n{}\n')])
    expect(await itemsOf('latin.ndjson', text)).toEqual([
      { line: 1, problem: 'is not UTF-8 text; the body is only in the original file' },
      { line: 2, text: '{}' },
    ])
  })

  test('of a rejected file are the bodies that it kept', async () => {
    const entries = [
      '{"line":7,"reason":"why","body":{"n":12345678901234567890,"t":"a\\nb"}}',
      '{"line":8,"reason":"why","body":"{\\"broken"}',
      '{"line":9,"reason":"too large","body":null}',
      '{"line":1,"reason":"of the event","body":{},"event":"Check-In"}',
    ]
    expect(await itemsOf('a.rejected.ndjson', `${entries.join('\n')}\n`)).toEqual([
      { line: 1, text: '{"n":12345678901234567000,"t":"a\\nb"}' },
      { line: 2, text: '{"broken' },
      { line: 3, problem: 'too large' },
      { line: 4, text: entries[3] },
    ])
  })
})

describe('a JSON file', () => {
  test.each<[string, string, Item[]]>([
    ['is a body', '{"a":[1,2],"b":"]"}\n', [{ line: 1, text: '{"a":[1,2],"b":"]"}' }]],
    [
      'is an array of them',
      '[{"a":1},\n {"a":[2,{}]}\n]\n',
      [
        { line: 1, text: '{"a":1}' },
        { line: 2, text: '{"a":[2,{}]}' },
      ],
    ],
    [
      'may have marks in its texts',
      '[{"a":"]},{\\"["},{}]',
      [
        { line: 1, text: '{"a":"]},{\\"["}' },
        { line: 2, text: '{}' },
      ],
    ],
    [
      'may have members that are no bodies',
      '[1,"a,b",null]',
      [
        { line: 1, text: '1' },
        { line: 2, text: '"a,b"' },
        { line: 3, text: 'null' },
      ],
    ],
    ['may be an empty array', ' [ ] ', []],
    ['may be empty', '', []],
  ])('%s', async (_, text, expected) => expect(await itemsOf('bodies.json', text)).toEqual(expected))
})

test('a JSON file without its end is told of, after the bodies that are whole', async () => {
  const name = path.join(directory, 'cut.json')
  writeFileSync(name, '[{"a":1},{"a":')
  const items: Item[] = []
  const reading = (async () => {
    for await (const piece of openInputs([name], Readable.from([]))[0]?.items() ?? []) items.push(...piece)
  })()
  await expect(reading).rejects.toThrow(`${name}: ends before its JSON does, so it was cut off; copy it again`)
  expect(items).toEqual([{ line: 1, text: '{"a":1}' }])
})

describe('a CSV file', () => {
  const head = 'event,account.accountId,account.name\n'
  const body = (accountId: string, name: string) =>
    `{"event":"Check-In","account":{"accountId":"${accountId}","name":"${name}"}}`

  test.each<[string, string, Item[]]>([
    [
      'has a body a row, with members that nest',
      `\uFEFF${head}Check-In,5,Ann\r\n`,
      [{ line: 2, text: body('5', 'Ann') }],
    ],
    ['may quote line ends and marks', `${head}Check-In,5,"A\n""b"""\n`, [{ line: 2, text: body('5', 'A\\n\\"b\\"') }]],
    [
      'counts lines, not rows',
      `${head}Check-In,"5\n",Ann\nCheck-In,6,Bo`,
      [
        { line: 2, text: body('5\\n', 'Ann') },
        { line: 4, text: body('6', 'Bo'), isUnfinished: true },
      ],
    ],
    ['leaves out blank cells and rows', `${head}Check-In, ,\n,,\n\n`, [{ line: 2, text: '{"event":"Check-In"}' }]],
    ['may have short rows', `${head}Check-In\n`, [{ line: 2, text: '{"event":"Check-In"}' }]],
    [
      'may have headings that objects have of themselves',
      'constructor.name,__proto__\na,b\n',
      [{ line: 2, text: '{"constructor":{"name":"a"},"__proto__":"b"}' }],
    ],
    ['may be empty', '', []],
  ])('%s', async (_, text, expected) => expect(await itemsOf('rows.csv', text)).toEqual(expected))

  test('keeps the text of a row that is broken or too long, and goes on', async () => {
    expect(await itemsOf('broken.csv', `${head}"Check"-In,5,Ann\nCheck-In,5,Ann,6\nCheck-In,6,Bo\n`)).toEqual([
      { line: 2, text: '"Check"-In,5,Ann', problem: 'is not a row of CSV: a quotation mark is out of place' },
      { line: 3, text: 'Check-In,5,Ann,6', problem: 'has 4 cells; expected 3, as many as headings' },
      { line: 4, text: body('6', 'Bo') },
    ])
  })
})

test('a compressed file is read as what it holds', async () => {
  const parts = [gzipSync('{"a":1}\n'), gzipSync('{"a":2}\n')]
  expect(await itemsOf('lines.ndjson.gz', Buffer.concat(parts))).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 2, text: '{"a":2}' },
  ])
})

test.each([
  [
    'cut off',
    gzipSync('{"a":1}\n{"a":2}\n').subarray(0, 25),
    'the compressed data ends too early; copy the file again',
  ],
  ['none', Buffer.from('{"a":1}\n'), 'the gzip data is damaged; copy the file again'],
])('a compressed file that is %s is reported', async (_, content, reason) => {
  const name = 'bad.ndjson.gz'
  await expect(itemsOf(name, content)).rejects.toThrow(`cannot read all of ${path.join(directory, name)}: ${reason}`)
})

test('a line of 100 MB is skipped and reported', async () => {
  const piece = Buffer.alloc(1024 * 1024, 'x')
  const pieces = [Buffer.from('{"a":1}\n'), ...Array.from({ length: 100 }, () => piece), Buffer.from('\n{"a":2}\n')]
  const [input] = openInputs(['-'], Readable.from(pieces))
  expect(await readAll(input)).toEqual([
    { line: 1, text: '{"a":1}' },
    {
      line: 2,
      problem: 'has 104,857,600 bytes, and a webhook has at most 524,288; the body is only in the original file',
    },
    { line: 3, text: '{"a":2}' },
  ])
})

test('stdin is lines', async () => {
  const [input] = openInputs(['-'], Readable.from(['{"a":1}\n{"a', '":2}\n', '{"a":3}\n']))
  expect(await readAll(input)).toEqual([1, 2, 3].map((a) => ({ line: a, text: `{"a":${a}}` })))
})

test.each([
  [[], 'name a file of saved bodies: .json, .ndjson, .jsonl or .csv, or - for stdin'],
  [['a.txt'], 'a.txt: expected .json, .ndjson, .jsonl or .csv, each also with .gz; rename the file to its kind'],
  [['none.json'], 'cannot read none.json: the file does not exist'],
  [['-', '-'], '-: name it once'],
])('%j cannot be read: %s', (names, message) => {
  expect(() => openInputs(names, Readable.from([]))).toThrow(message)
})

test('a file that changes while it is read is told of, and nothing of the change is read', async () => {
  const name = path.join(directory, 'growing.ndjson')
  const line = `{"a":"${'x'.repeat(1000)}"}\n`
  writeFileSync(name, line.repeat(200))
  const [input] = openInputs([name], Readable.from([]))
  const items: Item[] = []
  const reading = (async () => {
    for await (const piece of input?.items() ?? []) {
      if (items.length === 0) appendFileSync(name, line)
      items.push(...piece)
    }
  })()
  await expect(reading).rejects.toThrow(
    `${name} changed while it was read; wait until it is complete, and run the same`,
  )
  expect(items.length).toBeLessThan(200)
})
