import { settingDefinitions } from '../../shared/settings/definitions'
import { type Body, readBodies } from '../bodies/bodies'
import { noteProblems } from '../cli/body-problems'
import { defineCommand, json } from '../cli/command'
import { requestMaker } from '../cli/request-arguments'
import { queryOption, settingOptions } from '../cli/request-options'
import { printJson } from '../cli/screen'
import { readSettingArguments } from '../cli/setting-arguments'
import type { Config, ConfigChange } from '../config/config'
import { readProjectConfig } from '../config/project-config'
import { createInspect, type InspectedBody } from '../inspection'
import { UserError } from '../system/errors'
import { columnProposals } from './inspection/column-proposals'
import { aliasChange, betterText, fix, isChange, sureChanges, withAliases } from './inspection/fix'
import { type Findings, type InspectionRun, inspectAll, printInspections } from './inspection/print-inspections'
import { settingsFor, settingsOfOption } from './settings/environment'

/** Explains what the function makes of bodies that Paytronix really sent. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'say what the function finds in a body, what it does not use, and how to mend it',
  arguments: { name: 'file', summary: 'a body each; .ndjson, .jsonl: a body a line; .csv: a row a body; - for stdin' },
  options: {
    fix: { kind: 'flag', summary: 'mend what can be mended in segment.config.json, and show the difference' },
    alias: {
      kind: 'list',
      value: 'type=event',
      summary: "with --fix: what a type means that nobody knows, such as 'Void Add=Add/Redeem' (repeatable)",
    },
    ...settingsOfOption,
    ...settingOptions,
    ...queryOption,
    json,
  },
  examples: [
    'npm run inspect -- captured.json',
    'npm run inspect -- captured.json --fix',
    'npm run inspect -- captured.ndjson --setting userIdFrom=accountId',
    'npm run --silent inspect -- - --json < body.json',
  ],
  async run(values, names, context) {
    const { io, screen, places } = context
    if (names.length === 0) throw new UserError('name a file with a body that Paytronix sent, or - for stdin', 2)
    if (values.alias.length > 0 && !values.fix) throw new UserError('--alias: add --fix, which writes it', 2)
    const given = readSettingArguments(values.settings, values.setting, settingDefinitions)
    const request = requestMaker({ header: [], query: values.query, form: false })
    const bodies = await readBodies(names, io.stdin)
    noteProblems(bodies, screen)
    const columns = await columnProposals(names)
    const config = readProjectConfig(places.config)
    const inspect = await createInspect(config)
    const requests = bodies.map((body) => ({ file: body.file, ...request(body.text), ...receiptOf(body) }))
    const runWith = (config: Config): InspectionRun => {
      return {
        inspect,
        settings: { ...settingsFor(values.env, config, io.env), ...given },
        requests,
        config,
        columns,
        asJson: values.json,
      }
    }
    const aliases = aliasChange(values.alias, config)
    const found = await printInspections(runWith(withAliases(config, aliases)), screen)
    const changes = values.fix ? [aliases, ...sureChanges(found.remedies)].filter(isChange) : []
    if (values.fix) fix(changes, context, values.json)
    const fixed = changes.length === 0 ? undefined : await inspectAll(runWith(readProjectConfig(places.config)), screen)
    if (values.json)
      printJson(screen, documentOf(found, values.fix ? { changes, bodies: fixed ?? found.bodies } : undefined))
    else if (fixed !== undefined) screen.print(betterText(found.bodies, fixed))
    // Rejected events are what it is there to explain; a failure is a body in which there is nothing to look at.
    return found.bodies.every(({ inspection: { events, misshapen } }) => events.length + misshapen.length > 0) ? 0 : 1
  },
})

/** When a body was received: kept events say so, and `npm run dev -- --save-to` names files by it. */
function receiptOf({ file, receivedAt = timeInName(file) }: Body): { receivedAt?: number } {
  const time = Date.parse(receivedAt ?? '')
  return Number.isNaN(time) ? {} : { receivedAt: time }
}

/** `captured/2026-01-31T12-00-00-000Z-1-check-in.json` */
function timeInName(file: string): string | undefined {
  const [, day, time] = /(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)-\d{3}Z-[^/\\]*$/.exec(file) ?? []
  return day === undefined || time === undefined ? undefined : `${day}T${time.replaceAll('-', ':')}Z`
}

interface Fixed {
  readonly changes: readonly ConfigChange[]
  readonly bodies: readonly InspectedBody[]
}

function documentOf({ bodies, ...found }: Findings, fixed: Fixed | undefined): object {
  const flat = ({ file, inspection }: InspectedBody) => ({ file, ...inspection })
  return {
    bodies: bodies.map(flat),
    ...found,
    ...(fixed && { fixed: { changes: fixed.changes, bodies: fixed.bodies.map(flat) } }),
  }
}
