import { events } from '../../functions/events'
import { settingDefinitions } from '../../shared/settings/definitions'
import { readBodies } from '../bodies/bodies'
import { noteProblems } from '../cli/body-problems'
import { defineCommand, json } from '../cli/command'
import { requestMaker } from '../cli/request-arguments'
import { queryOption, settingOptions } from '../cli/request-options'
import { readSettingArguments } from '../cli/setting-arguments'
import { readProjectConfig } from '../config/project-config'
import { createInspect } from '../inspection'
import { UserError } from '../system/errors'
import { columnProposals } from './inspection/column-proposals'
import { printInspections } from './inspection/print-inspections'

/** Explains what the function makes of bodies that Paytronix really sent. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'say what the function finds in a body, and what it does not use',
  arguments: { name: 'file', summary: 'a body each; .ndjson, .jsonl: a body a line; .csv: a row a body; - for stdin' },
  options: { ...settingOptions, ...queryOption, json },
  examples: [
    'npm run inspect -- captured.json',
    'npm run inspect -- captured.ndjson --setting userIdFrom=accountId',
    'npm run --silent inspect -- - --json < body.json',
  ],
  async run(values, names, { io, screen }) {
    if (names.length === 0) throw new UserError('name a file with a body that Paytronix sent, or - for stdin', 2)
    const settings = readSettingArguments(values.settings, values.setting, settingDefinitions)
    const request = requestMaker({ header: [], query: values.query, form: false })
    const bodies = await readBodies(names, io.stdin)
    if (bodies.length === 0) throw new UserError(`found no body in ${names.join(', ')}; name a file that holds one`, 2)
    noteProblems(bodies, screen)
    const columns = await columnProposals(names)
    const config = readProjectConfig()
    const inspect = await createInspect(config, events)
    const requests = bodies.map(({ file, text }) => ({ file, ...request(text) }))
    const run = { inspect, settings, requests, config, columns, asJson: values.json }
    const inspections = await printInspections(run, screen)
    // Rejected events are what it is there to explain; a failure is a body in which there is nothing to look at.
    return inspections.every(({ events, misshapen }) => events.length + misshapen.length > 0) ? 0 : 1
  },
})
