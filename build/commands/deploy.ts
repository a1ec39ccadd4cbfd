import { isDeepStrictEqual } from 'node:util'
import { scriptDigest } from '../bundle/banner'
import { type Context, defineCommand } from '../cli/command'
import { type Consent, isConfirmed } from '../cli/confirmation'
import { printable } from '../cli/printable'
import { printJson } from '../cli/screen'
import { diffText, remarksText, stepsJson, stepsText } from '../render/plan'
import { webhookPlace } from '../render/status'
import { titleOf } from '../segment-api/environment'
import type { Permission } from '../segment-api/guards'
import type { Plan } from '../segment-api/plan'
import { checkSecrets } from '../segment-api/source-steps'
import { provenPlan } from '../segment-api/verify'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { carryOut } from './workspace/carry-out'
import { type Comparison, compareBuilt, comparedAgain } from './workspace/comparison'
import { consentOptions, environmentOption, permissionOptions, planOptions } from './workspace/options'
import { checkPromotion, promotionOptions } from './workspace/promotion'
import { buildDesired, openSession, placeOf } from './workspace/session'

/** Makes a workspace match the repository, and verifies it. */
export const deploy = defineCommand({
  name: 'deploy',
  summary: 'build the function and deploy it to a Segment workspace, with its source and tracking plan',
  options: {
    ...environmentOption,
    ...planOptions,
    ...permissionOptions,
    ...promotionOptions,
    'dry-run': { kind: 'flag', summary: 'print the steps, and do nothing' },
    ...consentOptions,
  },
  examples: ['npm run deploy -- --env dev', 'npm run deploy -- --env prod --same-as dev --yes'],
  async run(values, _names, context) {
    const options = { redeploys: values.redeploy, sendsSecrets: values.secrets, enables: values.enable }
    const session = await openSession(values.env, context)
    const desired = await buildDesired(session, context)
    await checkPromotion(desired.code, values, context)
    const work: Work = { ...(await compareBuilt(session, desired, options, context)), values }
    checkGuards(work, context)
    checkSecrets(desired, work.remote, options)
    const say = values.json ? () => undefined : context.screen.print
    showPlan(work, say, context)
    if (values['dry-run']) return finish(work, { isCarriedOut: false }, context)
    const goesOn = work.plan.steps.length === 0 || (await isWanted(work, context))
    return goesOn ? await deployNow(work, say, context) : 1
  },
})

interface Work extends Comparison {
  readonly values: Consent & Readonly<Record<Permission, boolean>>
}

function showPlan({ session, plan }: Work, say: (text: string) => void, { screen }: Context): void {
  const { steps, notes } = plan
  say(placeOf(session, screen.colors.bold))
  if (steps.length > 0) say(`\n${stepsText(steps, screen)}\n`)
  if (notes.length > 0) say(`${steps.length > 0 ? '' : '\n'}${remarksText([], notes, screen)}\n`)
}

/**
 * Asks for confirmation, unless `--yes` is set.
 * @throws UserError when the workspace changed while the question waited.
 */
async function isWanted(work: Work, context: Context): Promise<boolean> {
  const { plan, values } = work
  if (!(await isConfirmed(question(work), values, context))) return false
  if (values.yes) return true
  const now = await comparedAgain(work)
  if (isDeepStrictEqual(essenceOf(now), essenceOf(plan))) return true
  throw new UserError('the workspace changed since the question; run the command again to see the new steps')
}

/** What a person agrees to. */
function essenceOf({ steps, guards, diff }: Plan): unknown {
  return [stepsJson(steps), guards, diff]
}

async function deployNow(work: Work, say: (text: string) => void, context: Context): Promise<0> {
  const { session, plan, desired } = work
  const { screen, time } = context
  if (plan.steps.length === 0) return finish(work, { isCarriedOut: true }, context)
  await carryOut(plan.steps, session.api, plan.ids, say, context)
  const { isLatestDeployed } = await screen.during('reading back …', () => provenPlan(session.api, desired, time))
  const runs = isLatestDeployed === undefined ? 'and does not say whether it runs it' : 'and runs it'
  say(`${screen.colors.green('✓')} verified: Segment has what the repository says, ${runs}`)
  return finish(work, { isCarriedOut: true }, context)
}

/** @throws UserError when a person did not permit what the deployment would do. */
function checkGuards({ plan, values }: Work, { screen }: Context): void {
  const stopping = plan.guards.filter(({ option }) => !values[option])
  if (stopping.length === 0) return
  const view = { ...screen, colors: screen.noteColors }
  const isStopping = (option: Permission) => stopping.some((guard) => guard.option === option)
  const rules = plan.steps.filter(({ subject }) => subject === 'tracking plan').flatMap(({ details }) => details)
  if (isStopping('overwrite-code') && plan.diff !== undefined) screen.note(`${diffText(plan.diff, view)}\n`)
  if (isStopping('overwrite-rules'))
    for (const { field, diff } of rules) if (diff !== undefined) screen.note(`${field}\n${diffText(diff, view)}\n`)
  const reasons = stopping.map(({ option, reason }) => `${reason}; then deploy with --${option}`)
  throw new UserError(`${reasons.join('; ')}; nothing was written`)
}

function finish(work: Work, { isCarriedOut }: { isCarriedOut: boolean }, { screen }: Context): 0 {
  if (work.values.json) printJson(screen, resultJson(work, isCarriedOut))
  else for (const line of resultLines(work, isCarriedOut, screen)) screen.print(line)
  return 0
}

function resultJson({ session, desired, plan: { steps, notes } }: Work, isCarriedOut: boolean): object {
  const { name: environment, workspace } = session
  const all = stepsJson(steps)
  const digest = scriptDigest(desired.code)
  return { environment, workspace: workspace.name, digest, steps: all, notes, done: isCarriedOut ? all : [] }
}

function resultLines({ session, remote, plan }: Work, isCarriedOut: boolean, view: Context['screen']): string[] {
  const isNew = isCarriedOut && remote.source === undefined
  return [
    ending(session.name, plan.steps.length, isCarriedOut),
    ...(isNew ? [webhookPlace(view), 'Give it to Paytronix.'] : []),
  ]
}

function ending(name: string, steps: number, isCarriedOut: boolean): string {
  if (steps === 0) return `${name}: nothing to do; what Segment shows is as the repository says.`
  return isCarriedOut ? `${name} is deployed.` : `Nothing was changed: this was a dry run of ${counted(steps, 'step')}.`
}

function question({ plan, session }: Work): string {
  const workspace = printable(titleOf(session.workspace))
  return `Carry out ${counted(plan.steps.length, 'step')} in the workspace ${workspace}?`
}
