import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { events } from '../functions/events'
import packageJson from '../package.json'
import { runSources } from './outcome'
import { installSegmentGlobals } from './segment-globals'

const root = path.join(__dirname, '..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const readme = read('README.md')
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docsPages()]
const recorded = installSegmentGlobals()

function docsPages(): string[] {
  return readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
}

/** The tables of a Markdown text: rows of cells, the line of dashes among them. */
function tablesIn(markdown: string): string[][][] {
  const blocks = markdown.match(/(?:^\|.*\n)+/gm) ?? []
  return blocks.map((block) => block.trimEnd().split('\n').map(cellsOf))
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim())
}

const isDashes = (row: readonly string[] = []) => row.every((cell) => /^:?-{3,}:?$/.test(cell))

test.each(pages.flatMap((page) => tablesIn(read(page)).map((table) => [page, table[0]?.join(' | '), table] as const)))(
  'in %s the table %s is well-formed',
  (_, __, [head = [], dashes, ...rows]) => {
    expect([isDashes(head), isDashes(dashes), rows.some(isDashes)]).toEqual([false, true, false])
    expect(new Set([dashes, ...rows].map((row) => row?.length))).toEqual(new Set([head.length]))
    expect(rows).not.toEqual([])
  },
)

describe('README.md', () => {
  test('can be read in a few minutes', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(130)
  })

  test('begins with a body and the call that the function really makes of it', async () => {
    const [body = '', call = ''] = [...readme.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json)
    const { calls } = await runSources({ body }, recorded)
    expect(calls).toEqual([expect.objectContaining({ type: 'identify' }), expect.objectContaining(JSON.parse(call))])
    expect([body, call].map((block) => block.trim().split('\n').length)).toEqual([6, 6])
  })

  test('names every event', () => {
    const [, list = ''] = /\*\*Events\*\*: (.*?)\. \[/s.exec(readme) ?? []
    expect([...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(events.map(({ name }) => name))
  })

  const forDevelopers = ['types', 'lint', 'format', 'expectations', 'screenshots']

  test.each(Object.keys(packageJson.scripts).filter((name) => !forDevelopers.includes(name)))(
    'explains the command %s',
    (name) => {
      expect(readme).toMatch(new RegExp(`\`npm (?:run )?${name}\\b`))
    },
  )

  test('names the version of Node that package.json requires', () => {
    expect(`>=${/^Node (\S+) or later/m.exec(readme)?.[1]}`).toBe(packageJson.engines.node)
  })

  test('leads to every page of docs/', () => {
    const named = new Set([...readme.matchAll(/\]\((docs\/[^)#]+\.md)/g)].map(([, page]) => page))
    expect(docsPages().filter((page) => !named.has(page))).toEqual([])
  })
})

describe('what a page points to is there', () => {
  const links = pages.flatMap((page) =>
    [...withoutCode(read(page)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
      ([, file = '', anchor]) => [page, file, anchor] as const,
    ),
  )

  test.each(pages.map((page) => [page] as const))('in %s', (page) => {
    const broken = links.filter(([from, file, anchor]) => from === page && !isThere(page, file, anchor))
    expect(broken).toEqual([])
  })

  function isThere(page: string, file: string, anchor: string | undefined): boolean {
    const target = file === '' ? page : path.join(path.dirname(page), file)
    if (!existsSync(path.join(root, target))) return false
    return anchor === undefined || anchorsOf(read(target)).includes(anchor)
  }

  function anchorsOf(markdown: string): string[] {
    return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
  }

  /** Brackets in code are no links. */
  function withoutCode(markdown: string): string {
    return markdown.replace(/```.*?```/gs, '').replace(/`[^`\n]*`/g, '``')
  }
})
