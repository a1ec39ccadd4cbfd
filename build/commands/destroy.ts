import { events } from '../../functions/events'
import { bundle } from '../bundle/bundle'
import { type Context, defineCommand } from '../cli/command'
import { isConfirmed } from '../cli/confirmation'
import { printable } from '../cli/printable'
import { printJson } from '../cli/screen'
import { remarksText, stepsJson, stepsText } from '../render/plan'
import { type DesiredPlan, desiredPlan } from '../segment-api/desired'
import { type Destruction, destructionOf } from '../segment-api/destruction'
import { titleOf } from '../segment-api/environment'
import { codeReason } from '../segment-api/guards'
import { ownershipOf } from '../segment-api/ownership'
import { isRefused } from '../segment-api/refused'
import { type Remote, readRemote } from '../segment-api/remote'
import type { Step } from '../segment-api/step'
import { UserError } from '../system/errors'
import { carryOut } from './workspace/carry-out'
import { consentOptions, environmentOption, permissionOptions } from './workspace/options'
import { openSession, placeOf, type Session } from './workspace/session'

/** Deletes what deploying an environment made. */
export const destroy = defineCommand({
  name: 'destroy',
  summary: 'delete the source, the function and the tracking plan that deploying an environment made',
  options: { ...environmentOption, 'overwrite-code': permissionOptions['overwrite-code'], ...consentOptions },
  examples: ['npm run destroy -- --env dev'],
  async run(values, _names, context) {
    const session = await openSession(values.env, context)
    const plan = desiredPlan(session, events)
    const remote = await readThere(session, plan, context)
    if (!values['overwrite-code']) await checkCode(session, remote, context)
    const found = await destruction(session, plan, remote)
    const say = values.json ? () => undefined : context.screen.print
    showSteps(session, found, say, context)
    if (found.steps.length > 0) {
      if (!(await isConfirmed(question(found.steps, session), values, context))) return 1
      await carryOut(found.steps, session.api, {}, say, context)
      await proveGone(session, plan, context)
    }
    say(found.steps.length === 0 ? 'Nothing to delete.' : `${session.name} is deleted.`)
    if (values.json) printJson(context.screen, resultJson(session, found))
    return 0
  },
})

function showSteps(session: Session, found: Destruction, say: (text: string) => void, { screen }: Context): void {
  const { steps, notes } = found
  say(placeOf(session, screen.colors.bold))
  if (steps.length > 0) say(`\n${stepsText(steps, screen)}\n`)
  if (notes.length > 0) say(`${remarksText([], notes, screen)}\n`)
}

function resultJson({ name: environment, workspace }: Session, { steps, notes }: Destruction): object {
  const done = stepsJson(steps)
  return { environment, workspace: workspace.name, steps: done, notes, done }
}

async function readThere(session: Session, plan: DesiredPlan | undefined, { screen }: Context): Promise<Remote> {
  const { function: displayName, source } = session.environment
  const wanted = { displayName, source, trackingPlan: plan }
  return screen.during('reading the workspace …', () => readRemote(session.api, wanted))
}

async function destruction({ api }: Session, plan: DesiredPlan | undefined, remote: Remote): Promise<Destruction> {
  return destructionOf(plan, remote, remote.source === undefined ? [] : await destinationsOf(api, remote.source.id))
}

/** They are only told, so a workspace that does not return them can be cleaned up. */
async function destinationsOf({ sources }: Session['api'], id: string): Promise<readonly string[]> {
  try {
    return await sources.destinations(id)
  } catch (error) {
    if (isRefused(error)) return []
    throw error
  }
}

/** @throws UserError when deleting the function would delete code that is not ours. */
async function checkCode({ config }: Session, { function: found }: Remote, { screen }: Context): Promise<void> {
  if (found === undefined) return
  const { code } = await screen.during('building the function …', () => bundle({ config }))
  const reason = codeReason(ownershipOf(found.code, code), 'destroy')
  if (reason === undefined) return
  throw new UserError(`${reason}; keep it with npm run pull, then destroy with --overwrite-code; nothing was deleted`)
}

/** @throws UserError when something is still there. */
async function proveGone(session: Session, plan: DesiredPlan | undefined, context: Context): Promise<void> {
  const { steps } = await destruction(session, plan, await readThere(session, plan, context))
  if (steps.length === 0) return
  const rest = steps.map(({ subject, target }) => `${subject} ${target}`).join(', ')
  throw new UserError(`everything was sent, but Segment still shows ${rest}; run the command again in a minute`)
}

function question(steps: readonly Step[], { workspace }: Session): string {
  const things = steps
    .filter(({ action }) => action === 'delete')
    .map(({ subject, target }) => `the ${subject} ${target}`)
  return `Delete ${things.join(', ')} in the workspace ${printable(titleOf(workspace))}?`
}
