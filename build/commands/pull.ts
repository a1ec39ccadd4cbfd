import path from 'node:path'
import { type Context, defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import type { SegmentApi } from '../segment-api'
import type { FunctionDetails } from '../segment-api/function-shapes'
import { functionNamed } from '../segment-api/named-function'
import { describeCode } from '../segment-api/ownership'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { writePrivately } from '../system/private-file'
import { environmentOption } from './workspace/options'
import { openSession, placeOf } from './workspace/session'

/** Writes the function and its tracking plan in Segment to files, so that users can keep or adopt them. */
export const pull = defineCommand({
  name: 'pull',
  summary: 'write the function in Segment and its tracking plan to pulled/<environment>/',
  options: { ...environmentOption, json },
  examples: ['npm run pull -- --env dev'],
  async run({ env, json: asJson }, _names, context) {
    const { screen } = context
    const session = await openSession(env, context)
    const { api, environment, workspace } = session
    const found = await screen.during('reading the workspace …', () => functionNamed(api, environment.function))
    if (found?.code === undefined) throw new UserError(missing(environment.function, found !== undefined))
    const planned = await screen.during('reading the tracking plan …', () =>
      planFiles(api, environment.trackingPlan?.name),
    )
    const files = [...functionFiles(found, found.code), ...planned]
    const written = await writeAll(session.name, files, context)
    const { code, settings, trackingPlan } = written
    const place = { environment: env, workspace: workspace.name, functionId: found.id }
    if (asJson) printJson(screen, { ...place, code, settings, trackingPlan })
    else {
      screen.print(placeOf(session, screen.colors.bold))
      for (const { kind, what } of files) screen.print(`${written[kind]}  ${what}`)
    }
    return 0
  },
})

type Kind = 'code' | 'settings' | 'trackingPlan'

interface Pulled {
  readonly kind: Kind
  readonly name: string
  readonly text: string
  /** What is in it, for people. */
  readonly what: string
}

function functionFiles({ settings }: FunctionDetails, code: string): Pulled[] {
  const definitions = settings ?? []
  return [
    { kind: 'code', name: 'function.js', text: code, what: describeCode(code) },
    {
      ...{ kind: 'settings', name: 'settings.json', text: jsonText(definitions) },
      what: settings ? counted(definitions.length, 'definition') : 'not returned by Segment',
    },
  ]
}

/** The rules in the form that the Public API takes. */
async function planFiles({ trackingPlans }: SegmentApi, name: string | undefined): Promise<Pulled[]> {
  const found = name === undefined ? undefined : await trackingPlans.findByName(name)
  if (found === undefined) return []
  const rules = await trackingPlans.rules(found.id)
  return [
    {
      kind: 'trackingPlan',
      name: 'tracking-plan.json',
      text: jsonText({ rules }),
      what: counted(rules.length, 'rule'),
    },
  ]
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Writes the files, and returns their paths, relative to the working directory. */
async function writeAll(
  environment: string,
  files: readonly Pulled[],
  { places }: Context,
): Promise<Partial<Record<Kind, string>>> {
  const written: Partial<Record<Kind, string>> = {}
  for (const { kind, name, text } of files) {
    const file = path.join(places.pulled, environment, name)
    await writePrivately(file, text)
    written[kind] = path.relative('', file)
  }
  return written
}

function missing(name: string, isThere: boolean): string {
  return isThere
    ? `Segment does not return the code of the function "${name}"; copy it from Segment's editor`
    : `the workspace has no source function "${name}", so there is nothing to pull`
}
