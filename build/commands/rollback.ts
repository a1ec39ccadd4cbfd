import { isSameScript } from '../bundle/banner'
import { type Context, defineCommand } from '../cli/command'
import { isConfirmed } from '../cli/confirmation'
import { printJson } from '../cli/screen'
import { stepsJson, stepsText } from '../render/plan'
import { describeVersion } from '../render/version'
import type { SegmentApi } from '../segment-api'
import { deploymentSteps } from '../segment-api/deployment-steps'
import { type FunctionDetails, type FunctionVersion, instancesOf } from '../segment-api/functions'
import { needed, type Step } from '../segment-api/step'
import { proveRunning } from '../segment-api/verify'
import { provenanceOf, versionsOf } from '../segment-api/versions'
import { UserError } from '../system/errors'
import { carryOut } from './workspace/carry-out'
import { consentOptions, environmentOption } from './workspace/options'
import { openSession } from './workspace/session'

/** Brings back an older version of the code. Settings stay as they are. */
export const rollback = defineCommand({
  name: 'rollback',
  summary: 'list the versions of the function in Segment, or bring one back and deploy it; settings stay as they are',
  arguments: { name: 'version', summary: 'the id of the version to bring back; none: list them' },
  options: {
    ...environmentOption,
    reason: { kind: 'text', value: 'text', summary: 'why, to be printed with the result' },
    ...consentOptions,
  },
  examples: ['npm run rollback -- --env prod', 'npm run rollback -- v6 --env prod --reason "balances were wrong"'],
  async run(values, names, context) {
    const { screen } = context
    if (names.length > 1) throw new UserError('name one version', 2)
    const { api, environment } = openSession(values.env, context)
    screen.progress('reading the workspace …')
    const found = await api.functions.findByName(environment.function)
    if (found === undefined) throw new UserError(`the workspace has no source function "${environment.function}"`)
    const versions = await versionsOf(api, found.id)
    screen.progress('')
    if (versions === undefined) throw new UserError(noVersions(String(values.env)))
    const [id] = names
    if (id === undefined) return list(versions, values.json, context)
    return bringBack({ api, found, version: versionNamed(id, versions) }, values, context)
  },
})

interface Wanted {
  readonly api: SegmentApi
  readonly found: FunctionDetails
  readonly version: FunctionVersion
}

interface RollbackValues {
  readonly env: string | undefined
  readonly reason: string | undefined
  readonly yes: boolean
  readonly json: boolean
}

async function bringBack({ api, found, version }: Wanted, values: RollbackValues, context: Context): Promise<0 | 1> {
  const { screen } = context
  const steps = await stepsTo(version, found, api)
  const say = values.json ? () => undefined : screen.print
  if (steps.length > 0) {
    say(`${stepsText(steps, screen)}\n`)
    if (!(await isConfirmed(`Bring back ${version.id}?`, values, context))) return 1
    await carryOut(steps, api, { function: found.id }, say, context)
    screen.progress('reading back …')
    await proveRunning(api, found.id, version.code, context.time)
    screen.progress('')
  }
  const { env, reason = null } = values
  if (values.json) printJson(screen, { environment: env, version: version.id, steps: stepsJson(steps), reason })
  else screen.print(steps.length === 0 ? `${version.id} is what runs; nothing to do.` : broughtBack(version, values))
  return 0
}

function broughtBack({ id }: FunctionVersion, { env, reason }: RollbackValues): string {
  const why = reason === undefined ? '' : `: ${reason}`
  return `${env} runs ${id} again${why}. The next deploy brings the repository's code back.`
}

/**
 * What of it is done already is left out, so that one that was cut short can be run again.
 * @throws UserError when the function has no source that could run it.
 */
async function stepsTo(version: FunctionVersion, found: FunctionDetails, { sources }: SegmentApi): Promise<Step[]> {
  const isSaved = found.code !== undefined && isSameScript(found.code, version.code)
  if (isSaved && found.isLatestVersion === true) return []
  const instances = instancesOf(found, await sources.list())
  if (instances.length === 0) throw new UserError(noSource(found))
  return [...(isSaved ? [] : [restoreStep(version, found)]), ...deploymentSteps(instances)]
}

function restoreStep(version: FunctionVersion, { displayName = '' }: FunctionDetails): Step {
  return {
    subject: 'function',
    action: 'restore',
    target: displayName,
    details: [{ field: 'version', after: describeVersion(version) }],
    run: ({ functions }, ids) => functions.restore(needed(ids, 'function'), version),
  }
}

function list(versions: readonly FunctionVersion[], asJson: boolean, { screen }: Context): 0 {
  if (asJson)
    printJson(
      screen,
      versions.map(({ code, author: _, ...version }) => ({ ...version, ...provenanceOf(code) })),
    )
  else screen.print(versions.map(describeVersion).join('\n'))
  return 0
}

function versionNamed(id: string, versions: readonly FunctionVersion[]): FunctionVersion {
  const version = versions.find((one) => one.id === id)
  if (version !== undefined) return version
  throw new UserError(`no version ${JSON.stringify(id)}; one of ${versions.map((one) => one.id).join(', ')}`, 2)
}

function noSource({ displayName = '' }: FunctionDetails): string {
  return `the function "${displayName}" has no source, so no version of it can run; the deploy command creates one`
}

function noVersions(environment: string): string {
  return `Segment offers no versions of this function (the endpoint is in alpha); deploy an older commit instead: git checkout <commit>, npm ci, npm run deploy -- --env ${environment}`
}
