import type { Context } from '../../cli/command'
import type { Desired } from '../../segment-api/desired'
import { type Plan, type PlanOptions, planOf } from '../../segment-api/plan'
import { type Remote, readRemote } from '../../segment-api/remote'
import { buildDesired, openSession, type Session } from './session'

/** An environment in the repository and in Segment. */
export interface Comparison {
  readonly session: Session
  readonly desired: Desired
  readonly remote: Remote
  readonly options: PlanOptions
  readonly plan: Plan
}

/** Builds the function, reads the workspace and compares them. Writes nothing. `name` is the value of `--env`. */
export async function compare(name: string | undefined, options: PlanOptions, context: Context): Promise<Comparison> {
  const session = await openSession(name, context)
  return await compareBuilt(session, await buildDesired(session, context), options, context)
}

/** The same for what is already built. */
export async function compareBuilt(
  session: Session,
  desired: Desired,
  options: PlanOptions,
  { screen }: Context,
): Promise<Comparison> {
  const remote = await screen.during('reading the workspace …', () => readRemote(session.api, desired))
  return { session, desired, remote, options, plan: planOf(desired, remote, options) }
}

/** Compares again. The workspace may have changed since the first comparison. */
export async function comparedAgain({ session, desired, options }: Comparison): Promise<Plan> {
  return planOf(desired, await readRemote(session.api, desired), options)
}
