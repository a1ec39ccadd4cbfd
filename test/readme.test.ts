import { readFileSync } from 'node:fs'
import path from 'node:path'
import { events } from '../functions/events'
import packageJson from '../package.json'
import { documentationOf } from '../shared/declare/documentation'
import { sharedProperties } from '../shared/properties'
import { guestTraits } from '../shared/properties/guest'
import { settingDefinitions } from '../shared/settings/definitions'
import { readSettings } from '../shared/settings/settings'

const root = path.join(__dirname, '..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

const tables = tablesIn(readme)

/** The tables of a Markdown text: rows of cells, the line of dashes among them. */
function tablesIn(markdown: string): string[][][] {
  const blocks = markdown.match(/(?:^\|.*\n)+/gm) ?? []
  return blocks.map((block) => block.trimEnd().split('\n').map(cellsOf))
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** The rows of the table that begins with this heading, below its line of dashes. */
function rowsOf(heading: string): string[][] {
  return tables.find(([head]) => head?.[0] === heading)?.slice(2) ?? []
}

/** What stands in code spans. */
function codes(text = ''): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

const isDashes = (row: readonly string[] = []) => row.every((cell) => /^:?-{3,}:?$/.test(cell))

describe.each(['README.md', 'CONTRIBUTING.md'])('every table of %s', (name) => {
  const named = tablesIn(readFileSync(path.join(root, name), 'utf8')).map(
    (table) => [table[0]?.join(' | '), table] as const,
  )

  test.each(named)('is well-formed: %s', (_, [head = [], dashes, ...rows]) => {
    expect([isDashes(head), isDashes(dashes), rows.some(isDashes)]).toEqual([false, true, false])
    expect(new Set([dashes, ...rows].map((row) => row?.length))).toEqual(new Set([head.length]))
    expect(rows).not.toEqual([])
  })
})

test('the table of events has each, with its other names, when it fires and its own properties', () => {
  const rows = rowsOf('Track event').map(([name, also, firesWhen, own]) => {
    return { name: codes(name), aliases: codes(also), firesWhen, own: codes(own) }
  })
  const expected = events.map((event) => {
    const { name, aliases, properties } = event
    const { firesWhen } = documentationOf(event)
    return { name: [name], aliases: [...aliases], firesWhen, own: properties.map((property) => property.name) }
  })
  expect(rows).toEqual(expected)
})

test('the table of properties has each, with its type', () => {
  const rows = rowsOf('Property').flatMap(([names, type]) => codes(names).map((name) => [name, type]))
  const emitted = sharedProperties.filter(({ track }) => track)
  expect(new Map(rows.map(([name, type]) => [name, type]))).toEqual(
    new Map(emitted.map(({ name, type }) => [name, type])),
  )
})

test('the list of traits has each', () => {
  const [, list = ''] = /\*\*Traits\*\* of the identify call: (.*?), and for each wallet/s.exec(readme) ?? []
  const traits = [...sharedProperties, ...guestTraits].flatMap(({ trait }) => trait ?? [])
  expect(new Set(codes(list))).toEqual(new Set(traits))
})

describe('the table of settings', () => {
  const types = { STRING: 'text', BOOLEAN: 'true or false', ARRAY: 'array', TEXT_MAP: 'text map' }

  test('has each, with its type', () => {
    const rows = rowsOf('Setting').map(([name, type]) => [codes(name), type])
    const expected = settingDefinitions.map(({ name, type, sensitive }) => {
      return [[name], sensitive ? `${types[type]}, sensitive` : types[type]]
    })
    expect(rows).toEqual(expected)
  })

  test('has the defaults', () => {
    const defaults = readSettings({}, () => true)
    const expected = settingDefinitions.map(({ name }) => [name, defaultText(defaults[name])])
    expect(rowsOf('Setting').map(([name, , text]) => [...codes(name), text])).toEqual(expected)
  })

  function defaultText(value: string | Iterable<unknown> | undefined): string {
    const values = typeof value === 'string' ? [value] : [...(value ?? [])]
    return values.length === 0 ? 'none' : values.map((one) => `\`${one}\``).join(', ')
  }
})

const forDevelopers = ['types', 'lint', 'format', 'expectations', 'screenshots']

test.each(Object.keys(packageJson.scripts).filter((name) => !forDevelopers.includes(name)))(
  'the command %s is explained',
  (name) => {
    expect(readme).toMatch(new RegExp(`npm (?:run )?(?:--silent )?${name}\\b`))
  },
)

test('the version of Node is the one of package.json', () => {
  expect(`>=${/^Node (\S+) or later/m.exec(readme)?.[1]}`).toBe(packageJson.engines.node)
})

describe('what it points to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)].map(
    ([, file = '', anchor]) => [file, anchor] as const,
  )
  const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )

  test.each(links)('%s#%s', (file, anchor) => {
    expect(readFileSync(path.join(root, file || 'README.md'), 'utf8')).not.toBe('')
    expect([undefined, ...anchors]).toContain(anchor)
  })
})
