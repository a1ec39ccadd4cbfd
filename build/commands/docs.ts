import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Document, makeDocuments } from '../catalog/docs/documents'
import { defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { destinationsDocument } from '../destinations/document'
import { howToInstall, isInstalled } from '../destinations/runner/runner'
import { definitionTable } from '../render/table'
import { writeOutput } from '../system/output'
import { readTextFile } from '../system/text-file'

/** Writes the documents on events, settings and destinations from the code, or checks that they are up to date. */
export const docs = defineCommand({
  name: 'docs',
  summary: 'write docs/events.md, docs/settings.md and docs/destinations.md from the code',
  options: {
    check: { kind: 'flag', summary: 'write nothing, and fail when they are out of date' },
    json,
  },
  examples: ['npm run docs', 'npm run docs -- --check'],
  async run({ check, json: asJson }, _names, { screen, places }) {
    const documents = await makeDocuments(places.samples)
    if (isInstalled(places.destinations)) {
      documents.push(await destinationsDocument(places.samples, places.destinations))
    } else screen.note(`destinations.md stays as it is: it needs ${howToInstall}`)
    const states = documents.map((document) => ({ ...stateOf(document, places.docs), document }))
    const stale = states.filter(({ state }) => state !== 'current')
    if (!check) for (const { file, document } of stale) writeOutput(file, document.text)
    const rows = states.map(({ file, state }) => ({ file, state: check || state === 'current' ? state : 'written' }))
    if (asJson) printJson(screen, rows)
    else
      screen.print(
        definitionTable(
          rows.map(({ file, state }) => [file, state]),
          (text) => [text],
          { indent: 0, width: screen.width },
        ),
      )
    if (!check || stale.length === 0) return 0
    screen.note(`${stale.map(({ file }) => file).join(' and ')}: out of date; run npm run docs and commit the result`)
    return 1
  },
})

function stateOf(
  { file, text }: Document,
  directory: string,
): { file: string; state: 'current' | 'stale' | 'missing' } {
  const shown = path.relative('', path.join(directory, file))
  if (!existsSync(shown)) return { file: shown, state: 'missing' }
  return { file: shown, state: readTextFile(shown) === text ? 'current' : 'stale' }
}
