import type { Context } from '../../cli/command'
import { stepDone, stepsJson } from '../../render/plan'
import type { SegmentApi } from '../../segment-api'
import type { Ids, Step } from '../../segment-api/step'
import { UserError } from '../../system/errors'

/**
 * Runs the steps in order, and reports each finished step.
 * @throws UserError when a step fails. Earlier steps stay done, and the same command continues from there.
 */
export async function carryOut(
  steps: readonly Step[],
  api: SegmentApi,
  ids: Ids,
  say: (text: string) => void,
  { screen }: Context,
) {
  for (const [index, step] of steps.entries()) {
    try {
      await screen.during(`${step.subject} ${step.target}: ${step.action} …`, () => step.run(api, ids))
    } catch (error) {
      throw error instanceof UserError ? cutShort(error, steps, index) : error
    }
    say(stepDone(step, screen))
  }
}

function cutShort({ message }: UserError, steps: readonly Step[], done: number): UserError {
  return new UserError(
    `${message} (${done} of ${steps.length} steps are done; run the same command to continue)`,
    1,
    stepsJson(steps.slice(0, done)),
  )
}
