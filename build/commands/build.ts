import path from 'node:path'
import { events } from '../../functions/events'
import { settingDefinitions } from '../../shared/settings/definitions'
import { bundle, writeBundle } from '../bundle/bundle'
import { trackingPlanRules } from '../catalog/tracking-plan'
import { defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { mappedNamesOf, readProjectConfig } from '../config/project-config'
import { definitionTable } from '../render/table'
import { counted, grouped } from '../system/numbers'
import { writeOutput } from '../system/output'

/** In bytes. Segment documents no limit and has accepted scripts of 2.3 MB. */
const large = 1_000_000

/** Writes the function's script, its settings and its tracking plan in Segment's formats. */
export const build = defineCommand({
  name: 'build',
  summary: 'build the function to paste into Segment, its settings and its tracking plan',
  options: { json },
  examples: ['npm run build'],
  async run({ json: asJson }, _names, { screen, places }) {
    const config = readProjectConfig(places.config)
    const built = await bundle({ config })
    const rules = trackingPlanRules(events, { mappedNames: mappedNamesOf(config) })
    const file = shown(writeBundle(built, places.dist))
    const settingsFile = shown(writeJson(places.dist, 'paytronix.settings.json', settingDefinitions))
    const trackingPlanFile = shown(writeJson(places.dist, 'tracking-plan.json', { rules }))
    const { bytes } = built
    const [settings, trackingPlan] = [settingDefinitions.length, rules.length]
    if (bytes > large)
      screen.note(`${file} is larger than 1 MB. Segment documents no limit; check that it accepts the script.`)
    if (asJson) printJson(screen, { file, bytes, settingsFile, settings, trackingPlanFile, rules: trackingPlan })
    else {
      const rows: [string, string][] = [
        [file, `${grouped(bytes)} bytes`],
        [settingsFile, counted(settings, 'setting')],
        [trackingPlanFile, counted(trackingPlan, 'rule')],
      ]
      screen.print(definitionTable(rows, (text) => [text], { indent: 0, width: screen.width }))
    }
    return 0
  },
})

/** Writes a body for Segment's Public API: the settings of a new function, or the new rules of a tracking plan. */
function writeJson(directory: string, name: string, body: unknown): string {
  const file = path.join(directory, name)
  writeOutput(file, `${JSON.stringify(body, null, 2)}\n`)
  return file
}

/** The path relative to the working directory. */
function shown(file: string): string {
  return path.relative('', file)
}
