import path from 'node:path'
import { settingDefinitions } from '../../shared/setting-definitions'
import { buildFunction } from '../built-function'
import { writeBundle } from '../bundle'
import { defineCommand, json } from '../command'
import { writeOutput } from '../output'
import { counted, grouped } from '../render/numbers'
import { definitionTable } from '../render/table'
import { printJson } from '../screen'

/** Writes the function's script and its settings, as Segment takes them. */
export const build = defineCommand({
  name: 'build',
  summary: 'build the function to paste into Segment, and its settings',
  options: { json },
  examples: ['npm run build'],
  async run({ json: asJson }, _names, { screen, places }) {
    const bundle = await buildFunction()
    const file = shown(writeBundle(bundle, places.dist))
    const settingsFile = shown(writeSettings(places.dist))
    const { bytes, budget } = bundle
    if (asJson) printJson(screen, { file, bytes, budget, settingsFile, settings: settingDefinitions.length })
    else {
      const size = `${grouped(bytes)} of ${grouped(budget)} bytes (${Math.round((100 * bytes) / budget)} %)`
      const rows = [[file, size] as const, [settingsFile, counted(settingDefinitions.length, 'setting')] as const]
      screen.print(definitionTable(rows, (text) => [text], { indent: 0, width: screen.width }))
    }
    return 0
  },
})

/** The list that Segment's Public API takes when it creates a function. */
function writeSettings(directory: string): string {
  const file = path.join(directory, 'paytronix.settings.json')
  writeOutput(file, `${JSON.stringify(settingDefinitions, null, 2)}\n`)
  return file
}

/** As seen from where the command was started. */
function shown(file: string): string {
  return path.relative('', file)
}
