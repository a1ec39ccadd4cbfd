import { sign } from '../../../build/bundle/banner'
import { describeCode, ownershipOf } from '../../../build/segment-api/ownership'
import { shortDiff } from '../../../build/segment-api/short-diff'

const about = { name: 'some-source', version: '1.2.3', license: 'MIT' }
const built = sign('const a = 1\n', about)
const older = sign('const a = 0\n', { ...about, version: '1.0.0' })

test.each([
  ['what is built now', built, 'ours'],
  ['an older build', older, 'ours'],
  ['a build stored with other line ends', older.replaceAll('\n', '\r\n'), 'ours'],
  ['a build without its last line end', older.trimEnd(), 'ours'],
  ['a build with a changed line', older.replace('a = 0', 'a = 2'), 'edited'],
  ['a build with lines before its banner', `// mine\n${older}`, 'edited'],
  ['somebody else’s code', 'async function onRequest() {}', 'foreign'],
  [
    'a build of another repository',
    sign('const a = 0\n', { ...about, repository: 'https://example.com/fork' }),
    'other repository',
  ],
  ['a build before the repository had a name', older, 'ours'],
  ['no code', '', 'foreign'],
  ['code that Segment does not tell', undefined, 'foreign'],
])('%s is %s', (_, code, expected) => expect(ownershipOf(code, built)).toBe(expected))

test.each([
  [undefined, 'unknown'],
  ['abc', 'not of this project, 3 bytes'],
  [older, `version 1.0.0, ${older.length} bytes`],
])('%j is described', (code, expected) => expect(describeCode(code)).toBe(expected))

describe('a diff', () => {
  test('is unified', () => {
    expect(shortDiff('one\n\ttwo 2\nthree\n', 'one\n\ttwo\nthree\n')).toBe(
      ['--- in Segment', '+++ in the repository', '@@ -1,3 +1,3 @@', ' one', '-\ttwo 2', '+\ttwo', ' three'].join('\n'),
    )
  })

  test('is shortened', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `${index}\n`).join('')
    const lines = shortDiff(numbers, '').split('\n')
    expect({ count: lines.length, last: lines.at(-1) }).toEqual({ count: 41, last: '… 23 more lines' })
  })

  test('of scripts that have nothing in common says so', () => {
    const lines = (word: string) => Array.from({ length: 1000 }, (_, index) => `${word}${index}\n`).join('')
    expect(shortDiff(lines('a'), lines('b'))).toBe('nearly every line differs')
  })
})
