import { isDeepStrictEqual } from 'node:util'
import { type Context, defineCommand } from '../cli/command'
import { type Consent, isConfirmed } from '../cli/confirmation'
import { printable } from '../cli/printable'
import { printJson, type Screen } from '../cli/screen'
import { ownershipNote } from '../render/ownership'
import { diffText, stepsJson, stepsText } from '../render/plan'
import { webhookPlace } from '../render/status'
import { checkSecrets } from '../segment-api/source-steps'
import { provenPlan } from '../segment-api/verify'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { carryOut } from './workspace/carry-out'
import { type Comparison, compare, comparedAgain } from './workspace/comparison'
import { consentOptions, environmentOption, secretsOption } from './workspace/options'

/** Brings a workspace to what the repository says, and proves it. */
export const deploy = defineCommand({
  name: 'deploy',
  summary:
    'build the function, and bring it, its source, its tracking plan and its deployment into a Segment workspace',
  options: {
    ...environmentOption,
    ...secretsOption,
    force: {
      kind: 'flag',
      summary: 'overwrite code that is not ours or was edited in Segment, and deploy in any case',
    },
    'dry-run': { kind: 'flag', summary: 'print what would be done, and do nothing' },
    ...consentOptions,
  },
  examples: ['npm run deploy -- --env dev', 'npm run deploy -- --env prod --yes'],
  async run(values, _names, context) {
    const options = { redeploys: values.force, sendsSecrets: values.secrets }
    const work: Work = { ...(await compare(values.env, options, context)), values }
    const { desired, remote, plan } = work
    if (!values.force) checkOwnership(work, context)
    checkSecrets(desired, remote, values.secrets)
    const say = values.json ? () => undefined : context.screen.print
    if (plan.steps.length > 0) say(`${heading(work)}\n\n${stepsText(plan.steps, context.screen)}\n`)
    if (values['dry-run']) return finish(work, { isCarriedOut: false }, context)
    const goesOn = plan.steps.length === 0 || (await isWanted(work, context))
    return goesOn ? await deployNow(work, say, context) : 1
  },
})

interface Work extends Comparison {
  readonly values: Consent
}

/**
 * Asks, unless `--yes` was given.
 * @throws UserError when the workspace is another than the one that was shown with the question, which may have waited long.
 */
async function isWanted(work: Work, context: Context): Promise<boolean> {
  const { plan, values } = work
  if (!(await isConfirmed(question(work), values, context))) return false
  if (values.yes) return true
  const now = await comparedAgain(work)
  if (isDeepStrictEqual([stepsJson(now.steps), now.diff], [stepsJson(plan.steps), plan.diff])) return true
  throw new UserError(
    'the workspace changed since the question was asked; run the command again to see what is to be done',
  )
}

async function deployNow(work: Work, say: (text: string) => void, context: Context): Promise<0 | 1> {
  const { session, plan, desired } = work
  const { screen, time } = context
  if (plan.steps.length === 0) return finish(work, { isCarriedOut: true }, context)
  await carryOut(plan.steps, session.api, plan.ids, say, context)
  screen.progress('reading back …')
  const { pending } = await provenPlan(session.api, desired, time)
  screen.progress('')
  say(`${screen.colors.green('✓')} verified: Segment has what the repository says, and runs it`)
  return finish({ ...work, plan: { ...plan, pending } }, { isCarriedOut: true }, context)
}

/** @throws UserError when code would be overwritten that nobody could bring back. */
function checkOwnership({ plan, name }: Work, { screen }: Context): void {
  const note = ownershipNote(plan.ownership, name)
  if (note === undefined) return
  if (plan.diff !== undefined) screen.note(`${diffText(plan.diff, { ...screen, colors: screen.noteColors })}\n`)
  throw new UserError(`${note}; nothing was written`)
}

/** @throws UserError when a secret is still missing, which only `--secrets` sends. */
function finish(work: Work, { isCarriedOut }: { isCarriedOut: boolean }, { screen }: Context): 0 {
  const { pending } = work.plan
  if (work.values.json) printJson(screen, resultJson(work, isCarriedOut))
  else for (const line of resultLines(work, isCarriedOut, screen)) screen.print(line)
  if (pending.length > 0 && isCarriedOut)
    throw new UserError(`${pending.join('; ')}; the rest is as the repository says`)
  return 0
}

function resultJson({ name, remote, plan: { steps, pending } }: Work, isCarriedOut: boolean): object {
  const done = isCarriedOut && pending.length === 0
  return { environment: name, workspace: remote.workspace, steps: stepsJson(steps), pending, done }
}

function resultLines({ name, remote, plan: { steps, pending } }: Work, isCarriedOut: boolean, view: Screen): string[] {
  const isSettled = steps.length > 0 || pending.length === 0
  return [
    ...(isSettled ? [ending(name, steps.length, isCarriedOut)] : []),
    ...(isCarriedOut ? [] : pending.map((line) => `${line}.`)),
    ...(isCarriedOut && remote.source === undefined ? [webhookPlace(view), 'Give it to Paytronix.'] : []),
  ]
}

function ending(name: string, steps: number, isCarriedOut: boolean): string {
  if (steps === 0) return `${name}: nothing to do, all is as the repository says.`
  return isCarriedOut ? `${name} is deployed.` : `Nothing was changed: this was a dry run of ${counted(steps, 'step')}.`
}

function heading({ name, remote }: Work): string {
  return `${name} · workspace ${printable(remote.workspace)}`
}

function question({ plan, remote }: Work): string {
  return `Carry out ${counted(plan.steps.length, 'step')} in the workspace ${printable(remote.workspace)}?`
}
