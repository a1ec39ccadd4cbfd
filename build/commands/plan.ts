import { scriptDigest } from '../bundle/banner'
import { defineCommand, json } from '../cli/command'
import { printJson, type Screen } from '../cli/screen'
import { diffText, remarksText, stepsJson, stepsText } from '../render/plan'
import { counted } from '../system/numbers'
import { type Comparison, compare } from './workspace/comparison'
import { environmentOption, planOptions } from './workspace/options'
import { placeOf } from './workspace/session'

/** Shows what deploy would change. Writes nothing. */
export const plan = defineCommand({
  name: 'plan',
  summary: 'compare a Segment workspace with the repository and print what deploy would change',
  options: { ...environmentOption, ...planOptions, json },
  hasChangesCode: true,
  examples: ['npm run plan -- --env dev', 'npm run --silent plan -- --env prod --json'],
  async run({ env, secrets, enable, redeploy, json: asJson }, _names, context) {
    const { screen } = context
    const options = { sendsSecrets: secrets, enables: enable, redeploys: redeploy }
    const found = await compare(env, options, context)
    if (asJson) printJson(screen, planJson(found))
    else screen.print(planText(found, screen))
    return found.plan.steps.length === 0 ? 0 : 2
  },
})

function planJson({ session, desired, plan: { ownership, steps, guards, notes } }: Comparison): object {
  const { name: environment, workspace } = session
  const digest = scriptDigest(desired.code)
  return { environment, workspace: workspace.name, digest, ownership, steps: stepsJson(steps), guards, notes }
}

function planText({ session, options, plan: found }: Comparison, screen: Screen): string {
  const { steps, guards, notes, diff } = found
  const isDiffShown = steps.some(({ details }) => details.some((detail) => detail.diff === diff))
  const blocks = [
    placeOf(session, screen.colors.bold),
    stepsText(steps, screen),
    diff === undefined || isDiffShown ? '' : diffText(diff, screen),
    remarksText(guards, notes, screen),
    steps.length === 0
      ? 'Nothing to do: what Segment shows is as the repository says.'
      : `${counted(steps.length, 'step')} to do; run ${deployLine({ session, options, plan: found })}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** The command that carries out the plan. */
function deployLine({ session, options, plan: { guards } }: Pick<Comparison, 'session' | 'options' | 'plan'>): string {
  const { sendsSecrets, enables, redeploys } = options
  return [
    `npm run deploy -- --env ${session.name}`,
    ...guards.map(({ option }) => `--${option}`),
    ...(sendsSecrets ? ['--secrets'] : []),
    ...(enables ? ['--enable'] : []),
    ...(redeploys ? ['--redeploy'] : []),
  ].join(' ')
}
