import { defineCommand, json } from '../command'
import { flow } from '../render/flow'
import { counted } from '../render/numbers'
import { ownershipNote } from '../render/ownership'
import { diffText, stepsJson, stepsText } from '../render/plan'
import { printable } from '../render/text'
import { printJson, type Screen } from '../screen'
import { environmentOption, secretsOption } from '../segment-api/options'
import { type Plan, planOf } from '../segment-api/plan'
import { readRemote } from '../segment-api/remote'
import { buildDesired, openSession } from '../segment-api/session'

/** Says what deploy would change. Writes nothing. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'compare a Segment workspace with the repository, and print what deploy would change',
  options: { ...environmentOption, ...secretsOption, json },
  hasChangesCode: true,
  examples: ['npm run plan -- --env dev', 'npm run --silent plan -- --env prod --json'],
  async run({ env, secrets, json: asJson }, _names, context) {
    const { screen } = context
    const session = openSession(env, context)
    const desired = await buildDesired(session, context)
    screen.progress('reading the workspace …')
    const remote = await readRemote(session.api, desired)
    screen.progress('')
    const found = planOf(desired, remote, { sendsSecrets: secrets })
    const { steps, pending, ownership } = found
    if (asJson)
      printJson(screen, { environment: env, workspace: remote.workspace, ownership, steps: stepsJson(steps), pending })
    else screen.print(planText(found, { name: String(env), workspace: remote.workspace, secrets }, screen))
    return steps.length + pending.length === 0 ? 0 : 2
  },
})

interface Where {
  readonly name: string
  readonly workspace: string
  readonly secrets: boolean
}

function planText(plan: Plan, { name, workspace, secrets }: Where, screen: Screen): string {
  const { steps, pending, ownership, diff } = plan
  const { colors } = screen
  const warning = ownershipNote(ownership, name)
  const isDiffShown = steps.some(({ details }) => details.some((detail) => detail.diff !== undefined))
  const blocks = [
    `${colors.bold(name)} · workspace ${printable(workspace)}`,
    stepsText(steps, screen),
    pending.map((line) => remark(line, colors.yellow, screen)).join('\n'),
    warning === undefined ? '' : remark(warning, colors.red, screen),
    diff === undefined || isDiffShown ? '' : diffText(diff, screen),
    ending(
      plan,
      `npm run deploy -- --env ${name}${warning === undefined ? '' : ' --force'}${secrets ? ' --secrets' : ''}`,
    ),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function remark(text: string, color: (text: string) => string, { width }: Screen): string {
  const lines = flow(text.split(' '), width - 4)
  return lines.map((line, index) => `  ${index === 0 ? color('!') : ' '} ${line}`).join('\n')
}

function ending({ steps, pending }: Plan, command: string): string {
  if (steps.length > 0)
    return `${counted(steps.length, 'step')} to do, by ${command}${pending.length > 0 ? ' --secrets' : ''}`
  return pending.length > 0 ? `To do, by ${command} --secrets` : 'Nothing to do: all is as the repository says.'
}
