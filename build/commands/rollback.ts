import { isSameScript } from '../bundle/banner'
import { type Context, defineCommand } from '../cli/command'
import { type Consent, isConfirmed } from '../cli/confirmation'
import { printable } from '../cli/printable'
import { printJson } from '../cli/screen'
import { stepsJson, stepsText } from '../render/plan'
import { describeVersion } from '../render/version'
import { deploymentSteps } from '../segment-api/deployment-steps'
import { titleOf } from '../segment-api/environment'
import { instancesOf } from '../segment-api/function-ids'
import type { FunctionDetails } from '../segment-api/function-shapes'
import { functionNamed } from '../segment-api/named-function'
import { isLatestDeployed } from '../segment-api/running'
import { needed, type Step } from '../segment-api/step'
import { proveRunning } from '../segment-api/verify'
import { numbered, versionsOf } from '../segment-api/versions'
import { UserError } from '../system/errors'
import { listVersions } from './rollback/list'
import { previousVersion, type RestorableVersion, versionNamed } from './rollback/versions'
import { carryOut } from './workspace/carry-out'
import { consentOptions, environmentOption } from './workspace/options'
import { openSession, placeOf, type Session } from './workspace/session'

/** Restores an older version of the code. Settings do not change. */
export const rollback = defineCommand({
  name: 'rollback',
  summary: 'list the versions of the function in Segment, or restore one and deploy it; settings do not change',
  arguments: { name: 'version', summary: 'the number, id or digest of the version; without it, list the versions' },
  options: {
    ...environmentOption,
    previous: { kind: 'flag', summary: 'restore the version that ran before this one' },
    ...consentOptions,
  },
  examples: ['npm run rollback -- --env prod', 'npm run rollback -- --previous --env prod'],
  async run(values, names, context) {
    const { screen } = context
    const [name] = names
    if (names.length + (values.previous ? 1 : 0) > 1) throw new UserError('name one version, or --previous', 2)
    const session = await openSession(values.env, context)
    const { api, environment } = session
    const found = await screen.during('reading the workspace …', () => functionNamed(api, environment.function))
    if (found === undefined) throw new UserError(`the workspace has no source function "${environment.function}"`)
    const listed = await screen.during('reading the versions …', () => versionsOf(api, found.id))
    if (listed === undefined) throw new UserError(noVersions(session.name))
    const versions = numbered(listed)
    if (name === undefined && !values.previous) return await listVersions(versions, session, values.json, context)
    const version = name === undefined ? previousVersion(versions) : versionNamed(name, versions)
    return await bringBack({ session, found, version }, values, context)
  },
})

interface Wanted {
  readonly session: Session
  readonly found: FunctionDetails
  readonly version: RestorableVersion
}

async function bringBack({ session, found, version }: Wanted, values: Consent, context: Context): Promise<0 | 1> {
  const { screen } = context
  const { api, name, workspace } = session
  const steps = await stepsTo({ session, found, version })
  const say = values.json ? () => undefined : screen.print
  say(placeOf(session, screen.colors.bold))
  if (steps.length > 0) {
    say(`\n${stepsText(steps, screen)}\n`)
    const question = `Restore version ${version.number} in the workspace ${printable(titleOf(workspace))}?`
    if (!(await isConfirmed(question, values, context))) return 1
    await carryOut(steps, api, { function: found.id }, say, context)
    const isProven = await screen.during('reading back …', () =>
      proveRunning(api, found.id, version.code, context.time),
    )
    if (!isProven) screen.note('Segment does not say whether it runs this version; see the status command')
  }
  const { id, digest, number } = version
  const place = { environment: name, workspace: workspace.name, version: id, digest }
  if (values.json) printJson(screen, { ...place, steps: stepsJson(steps), done: stepsJson(steps) })
  else if (steps.length === 0) screen.print(`Version ${number} is already running; nothing to do.`)
  else screen.print(`${name} runs version ${number} again. The next deploy brings the repository's code back.`)
  return 0
}

/**
 * Leaves out finished steps, so that an interrupted rollback can run again.
 * @throws UserError when the function has no source.
 */
async function stepsTo({ session: { api }, found, version }: Wanted): Promise<Step[]> {
  const isSaved = found.code !== undefined && isSameScript(found.code, version.code)
  if (isSaved && (await isLatestDeployed(api, found)) === true) return []
  const instances = instancesOf(found, await api.sources.list())
  if (instances.length === 0) throw new UserError(noSource(found))
  return [...(isSaved ? [] : [restoreStep(version, found)]), ...deploymentSteps(instances)]
}

function restoreStep(version: RestorableVersion, { displayName = '' }: FunctionDetails): Step {
  return {
    subject: 'function',
    action: 'restore',
    target: displayName,
    details: [{ field: 'version', after: `${version.number}, ${version.id}, ${describeVersion(version, undefined)}` }],
    run: ({ functions }, ids) => functions.restore(needed(ids, 'function'), version.id, version.code),
  }
}

function noSource({ displayName = '' }: FunctionDetails): string {
  return `the function "${displayName}" has no source to run it; the deploy command creates one`
}

function noVersions(environment: string): string {
  return `Segment offers no versions of this function (the endpoint is in alpha); deploy an older commit instead: git checkout <commit>, npm ci, npm run deploy -- --env ${environment} --downgrade`
}
