import path from 'node:path'
import { defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { describeCode } from '../segment-api/ownership'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { writeOutput } from '../system/output'
import { environmentOption } from './workspace/options'
import { openSession } from './workspace/session'

/** Writes the function in Segment to files, so that users can keep or adopt it. */
export const pull = defineCommand({
  name: 'pull',
  summary: 'write the code and the settings definitions of the function in Segment to pulled/<environment>/',
  options: { ...environmentOption, json },
  examples: ['npm run pull -- --env dev'],
  async run({ env, json: asJson }, _names, context) {
    const { screen, places } = context
    const { api, environment } = openSession(env, context)
    screen.progress('reading the workspace …')
    const found = await api.functions.findByName(environment.function)
    screen.progress('')
    if (found?.code === undefined) throw new UserError(missing(environment.function, found !== undefined))
    const directory = path.join(places.pulled, String(env))
    const code = write(directory, 'function.js', found.code)
    const settings = write(directory, 'settings.json', `${JSON.stringify(found.settings, null, 2)}\n`)
    if (asJson) printJson(screen, { environment: env, functionId: found.id, code, settings })
    else {
      screen.print(`${code}  ${describeCode(found.code)}`)
      screen.print(`${settings}  ${counted(found.settings.length, 'definition')}`)
    }
    return 0
  },
})

function missing(name: string, isThere: boolean): string {
  return isThere
    ? `Segment does not return the code of the function "${name}"; copy it from Segment's editor`
    : `the workspace has no source function "${name}", so there is nothing to pull`
}

/** Writes a file and returns its path, relative to the working directory. */
function write(directory: string, name: string, text: string): string {
  const file = path.join(directory, name)
  writeOutput(file, text)
  return path.relative('', file)
}
