import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isNode, type Node, syntaxOf } from './syntax-tree'

const root = path.join(__dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** The rows of the one table: a threat, what stands against it, and the tests that show it. */
const rows = [...read('SECURITY.md').matchAll(/^\| (.+?) \| .+ \| (\[.+) \|$/gm)].map(
  ([, threat = '', shownBy = '']) => [threat, shownBy.split('<br>').flatMap(testsIn)] as const,
)
const tests = rows.flatMap(([, shownBy]) => shownBy)

/** `[file](file): title, title`, the titles as code. */
function testsIn(text: string): (readonly [file: string, title: string])[] {
  const [, file = '', titles = ''] = /^\[(.+)\]\(\1\): ((?:`[^`]+`(?:, )?)+)$/.exec(text) ?? []
  return [...titles.matchAll(/`([^`]+)`/g)].map(([, title = '']) => [file, title])
}

test('every threat has its row', () => {
  expect(read('SECURITY.md').match(/^\| /gm)).toHaveLength(rows.length + 1)
  expect(rows.filter(([, shownBy]) => shownBy.length === 0)).toEqual([])
  const threats = rows.map(([threat]) => threat).join('\n')
  for (const known of [
    'Forged webhooks',
    'Replays',
    'leaked webhook URL',
    'logs and errors',
    'Prototype pollution',
    'Regular expressions with super-linear time',
    'Hostile text in the page',
    'Hostile text in the terminal',
    'Secrets in output',
    'Dependency compromise',
  ])
    expect(threats).toContain(known)
})

test.each([...new Set(tests.map(([file]) => file))])('the tests of %s that it names are there', (file) => {
  expect(file).toMatch(/^test\/.+\.(?:test|slow|browser)\.ts$/)
  const titles = syntaxOf(path.join(root, file)).flatMap(titlesIn)
  expect(tests.filter(([one, title]) => one === file && !titles.includes(title))).toEqual([])
})

/** What a call or a row of a table begins with, which is how tests are named. */
function titlesIn({ type, arguments: given, elements }: Node): unknown[] {
  const [first] = type === 'CallExpression' ? [given].flat() : type === 'ArrayExpression' ? [elements].flat() : []
  return isNode(first) && isNode(first.expression) ? [first.expression.value] : []
}

test("git ignores what holds secrets or guests' data", () => {
  const ignored = read('.gitignore').split('\n')
  for (const name of ['.env', 'pulled/', '/captured*', '*.checkpoint.json', '*.rejected.ndjson'])
    expect(ignored).toContain(name)
})
