import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Document, makeDocuments } from '../../../../build/catalog/docs/documents'
import { allowedValues, settingExamples } from '../../../../build/catalog/docs/setting-notes'
import { projectRoot } from '../../../../build/system/project'
import { events } from '../../../../functions/events'
import { documentationOf } from '../../../../shared/declare/documentation'
import { sharedProperties, sharedSources } from '../../../../shared/properties'
import { settingDefinitions } from '../../../../shared/settings/definitions'
import { readSettings } from '../../../../shared/settings/settings'

let documents: Document[] = []
beforeAll(async () => {
  documents = await makeDocuments(path.join(projectRoot, 'test', 'webhooks'))
}, 30_000)
const textOf = (file: string) => documents.find((one) => one.file === file)?.text ?? ''
const linesOf = (file: string) => textOf(file).split('\n')

describe.each(['events.md', 'settings.md'])('docs/%s', (file) => {
  test('is what the code says; if this fails, run npm run docs and commit what it writes', () => {
    expect(readFileSync(path.join(projectRoot, 'docs', file), 'utf8')).toBe(textOf(file))
  })

  test('has rows of as many cells as their headings', () => {
    const cells = linesOf(file).map((line) => (line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0))
    expect(cells.filter((count) => count > 0).length).toBeGreaterThan(10)
    const ragged = cells.filter(
      (count, index) => count > 0 && (cells[index - 1] ?? 0) > 0 && cells[index - 1] !== count,
    )
    expect(ragged).toEqual([])
  })

  test('closes every block, and holds JSON that parses', () => {
    const blocks = [...textOf(file).matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)]
    expect(blocks.length * 2).toBe(linesOf(file).filter((line) => line.startsWith('```')).length)
    const json = blocks.filter(([, language]) => language === 'json').map(([, , text = '']) => JSON.parse(text))
    expect(json.length).toBeGreaterThanOrEqual(10)
    expect(linesOf(file).filter((line) => line === '<details>')).toHaveLength(
      linesOf(file).filter((line) => line === '</details>').length,
    )
  })

  test('has no link into nothing', () => {
    const anchors = (of: string) =>
      linesOf(of)
        .filter((line) => line.startsWith('#'))
        .map(
          (line) =>
            `${of}#${line
              .replace(/^#+ /, '')
              .toLowerCase()
              .replace(/[^a-z0-9 -]/g, '')
              .replaceAll(' ', '-')}`,
        )
    const known = ['events.md', 'settings.md', ...anchors('events.md'), ...anchors('settings.md')]
    const links = [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) =>
      link.startsWith('#') ? file + link : link,
    )
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !known.includes(link))).toEqual([])
  })

  test('ends in one line break and has no blank ends of lines', () => {
    expect(textOf(file)).toMatch(/[^\n]\n$/)
    expect(linesOf(file).filter((line) => line !== line.trimEnd())).toEqual([])
  })
})

describe('docs/events.md says', () => {
  test.each(events.map((event) => [event.name, event]))('when %s fires, and what it is good for', (_, event) => {
    const section = textOf('events.md').split(`\n## ${event.name}\n`)[1]?.split('\n## ')[0] ?? ''
    const { firesWhen, goodFor } = documentationOf(event)
    expect(section).toContain(`\nFires when ${firesWhen}. Good for ${goodFor}.\n`)
    for (const { name } of event.properties) expect(section).toContain(`\n| \`${name}\` |`)
    const summaries = [...section.matchAll(/<summary>(.*)<\/summary>/g)].map(([, summary]) => summary)
    expect(summaries).toEqual(['A body', 'Its calls', expect.stringMatching(/^Its table [a-z_]+$/)])
    expect(section).toContain(`"event": "${event.name}"`)
  })

  const named = [...sharedProperties, ...sharedSources].flatMap(({ name, track, trait }) => [
    track ? name : '',
    trait ?? '',
  ])
  test.each([...new Set(named)].filter((name) => name !== ''))('what %s is', (name) => {
    expect(textOf('events.md')).toContain(`\n| \`${name}\` |`)
  })

  test('nothing of the version, with which it would go stale', () => {
    expect(textOf('events.md')).not.toMatch(/"version": "\d/)
  })
})

describe('docs/settings.md', () => {
  test.each(settingDefinitions.map(({ name }) => [name]))(
    'has an example of %s that is allowed, and no default',
    (name) => {
      const value = name === 'sharedSecret' ? 'a secret' : settingExamples[name]
      const defaults = readSettings({}, () => true)
      expect(readSettings({ [name]: value }, () => true)[name]).not.toEqual(defaults[name])
      expect(textOf('settings.md')).toContain(`- **Allowed:** ${allowedValues[name]}\n`)
    },
  )
})
