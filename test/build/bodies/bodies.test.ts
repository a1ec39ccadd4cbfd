import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { readBodies } from '../../../build/bodies/bodies'
import { directory, file, withoutDirectory } from '../../temporary-files'

const kept = { event: 'Paytronix Event Rejected', properties: { reason: 'x', body: '{"a":1}' } }
const row = { EVENT: 'paytronix_event_received', EVENT_TEXT: 'Paytronix Event Received', BODY: '{"a":2}' }

/** The places, texts and problems of the bodies of a file or of stdin, with the file's name in short. */
async function read(name: string, content: string | Buffer, stdin = ''): Promise<unknown[]> {
  const full = path.join(directory, name)
  writeFileSync(full, content)
  const bodies = await readBodies([name === '-' ? '-' : full], Readable.from([stdin]))
  return bodies.map((body) =>
    [body.file, body.text, ...(body.problem === undefined ? [] : [body.problem])].map(withoutDirectory),
  )
}

test.each<[string, string, string | Buffer, unknown[]]>([
  ['a body', 'a.json', '{ "a": 1 }', [['a.json', '{ "a": 1 }']]],
  ['a webhook of several events', 'a.json', '[{"a":1}]', [['a.json', '[{"a":1}]']]],
  ['a compressed body', 'a.json.gz', gzipSync('{"a":1}'), [['a.json.gz', '{"a":1}']]],
  ['a form', 'a.txt', 'a=1&b=2', [['a.txt', 'a=1&b=2']]],
  [
    'a body a line',
    'a.jsonl',
    '{"a":1}\n\n{"a":2}',
    [
      ['a.jsonl:1', '{"a":1}'],
      ['a.jsonl:3', '{"a":2}'],
    ],
  ],
  ['a row a body', 'a.csv', 'event,accountId\nCheck-In,5\n', [['a.csv:2', '{"event":"Check-In","accountId":"5"}']]],
  ['a kept body', 'a.json', JSON.stringify(kept), [['a.json', '{"a":1}']]],
  [
    'kept bodies',
    'a.json',
    JSON.stringify([kept, kept]),
    [
      ['a.json:1', '{"a":1}'],
      ['a.json:2', '{"a":1}'],
    ],
  ],
  ['kept bodies of a warehouse', 'a.ndjson', `${JSON.stringify(row)}\n`, [['a.ndjson:1', '{"a":2}']]],
])('%s is read', async (_, name, content, expected) => expect(await read(name, content)).toEqual(expected))

test.each([
  ['one body, over several lines', '{\n"a":1}', [['-', '{\n"a":1}']]],
  [
    'lines of JSON',
    '{"a":1}\n{"a":2}\n',
    [
      ['-:1', '{"a":1}'],
      ['-:2', '{"a":2}'],
    ],
  ],
])('stdin may hold %s', async (_, stdin, expected) => expect(await read('-', '', stdin)).toEqual(expected))

describe('what is no body is told by its place and by what it seems to be', () => {
  test.each<[string, string | Buffer, string]>([
    ['a.json', '<?xml version="1.0"?><a/>', 'a.json:1:1: seems to be XML; the function reads JSON and forms'],
    ['a.json', '<!DOCTYPE html><p>', 'a.json:1:1: seems to be a web page; save what Paytronix sent instead'],
    [
      'a.json',
      'POST /w HTTP/1.1\r\nHost: a\r\n\r\n{}',
      'a.json:1:1: seems to be an HTTP message with its headers; keep only what follows the blank line',
    ],
    [
      'a.json',
      'Host: a\nContent-Length: 2\n\n{}',
      'a.json:1:1: seems to be an HTTP message with its headers; keep only what follows the blank line',
    ],
    ['a.json', Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'a.json:1:1: seems to be UTF-16 text; save it as UTF-8'],
    ['a.json', '{\n  "a": 1,\n}', 'a.json:2:9: is not valid JSON: remove the comma before "}"'],
    ['a.json', '{"a":1}\n{"a":2}\n', 'a.json:2:1: holds a body on each line; name the file .ndjson'],
    ['a.json', "{'a': 1}", 'a.json:1:2: is not valid JSON: unexpected text; names and strings need double quotes'],
    ['a.ndjson', '{"a":1}\n{"a" 2}\n', 'a.ndjson:2:6: is not valid JSON: expected ":"'],
    ['a.csv', 'event,accountId\n"x"y,5\n', 'a.csv:2: is not a row of CSV: a quotation mark is out of place'],
    [
      'a.json',
      JSON.stringify({ ...kept, properties: { body: '{"a":"cut' } }),
      'a.json: holds a body that was cut when it was kept; send it from where it came',
    ],
  ])('%s with %j', async (name, content, problem) => {
    expect((await read(name, content)).map((parts) => (Array.isArray(parts) ? parts[2] : '')).filter(Boolean)).toEqual([
      problem,
    ])
  })
})

test('a file of lines in UTF-16 is refused', async () => {
  const name = file('wide.ndjson', '')
  writeFileSync(name, Buffer.from('{"a":1}\n', 'utf16le'))
  await expect(readBodies([name], Readable.from([]))).rejects.toThrow(`${name} is UTF-16 text; save it as UTF-8`)
})
