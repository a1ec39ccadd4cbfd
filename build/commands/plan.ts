import { defineCommand, json } from '../cli/command'
import { printable } from '../cli/printable'
import { printJson, type Screen } from '../cli/screen'
import { flow } from '../render/flow'
import { ownershipNote } from '../render/ownership'
import { diffText, stepsJson, stepsText } from '../render/plan'
import type { Plan } from '../segment-api/plan'
import { counted } from '../system/numbers'
import { type Comparison, compare } from './workspace/comparison'
import { environmentOption, secretsOption } from './workspace/options'

/** Shows what deploy would change. Writes nothing. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'compare a Segment workspace with the repository and print what deploy would change',
  options: { ...environmentOption, ...secretsOption, json },
  hasChangesCode: true,
  examples: ['npm run plan -- --env dev', 'npm run --silent plan -- --env prod --json'],
  async run({ env, secrets, json: asJson }, _names, context) {
    const { screen } = context
    const found = await compare(env, { sendsSecrets: secrets }, context)
    const { steps, pending } = found.plan
    if (asJson) printJson(screen, planJson(found))
    else screen.print(planText(found, screen))
    return steps.length + pending.length === 0 ? 0 : 2
  },
})

function planJson({ name, remote, plan: { ownership, steps, pending } }: Comparison): object {
  return { environment: name, workspace: remote.workspace, ownership, steps: stepsJson(steps), pending }
}

function planText({ name, remote, options, plan: found }: Comparison, screen: Screen): string {
  const { steps, pending, ownership, diff } = found
  const { colors } = screen
  const warning = ownershipNote(ownership, name)
  const isDiffShown = steps.some(({ details }) => details.some((detail) => detail.diff !== undefined))
  const blocks = [
    `${colors.bold(name)} · workspace ${printable(remote.workspace)}`,
    stepsText(steps, screen),
    pending.map((line) => remark(line, colors.yellow, screen)).join('\n'),
    warning === undefined ? '' : remark(warning, colors.red, screen),
    diff === undefined || isDiffShown ? '' : diffText(diff, screen),
    ending(
      found,
      `npm run deploy -- --env ${name}${warning ? ' --force' : ''}${options.sendsSecrets ? ' --secrets' : ''}`,
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
    return `${counted(steps.length, 'step')} to do; run ${command}${pending.length > 0 ? ' --secrets' : ''}`
  return pending.length > 0 ? `To do; run ${command} --secrets` : 'Nothing to do: the workspace matches the repository.'
}
