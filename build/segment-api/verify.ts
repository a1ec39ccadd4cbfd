import { isSameScript } from '../bundle/banner'
import { UserError } from '../system/errors'
import type { Time } from '../system/time'
import type { SegmentApi } from '.'
import type { Desired } from './desired'
import { type Plan, planOf } from './plan'
import { readRemote } from './remote'
import { isLatestDeployed } from './running'

/** Segment may need a moment before it returns what was written. */
const mostReads = 3
const pauseMs = 2000

/**
 * Reads everything back and compares it: the code, the deployed versions and the rest.
 * @throws UserError that names the remaining differences.
 */
export async function provenPlan(api: SegmentApi, desired: Desired, time: Time): Promise<Plan> {
  const read = async () => planOf(desired, await readRemote(api, desired))
  return await until(({ steps }) => steps.length === 0, read, unproven, time)
}

/** Whether the deployments of a function run what is saved. Undefined when Segment does not say. */
export type Proof = true | undefined

/**
 * Reads a function back and checks that it has this code and that its deployments run it.
 * @throws UserError when this is not the case.
 */
export async function proveRunning(api: SegmentApi, id: string, code: string, time: Time): Promise<Proof> {
  const read = async () => {
    const now = await api.functions.get(id)
    const isSaved = now.code !== undefined && isSameScript(now.code, code)
    return { isSaved, isDeployed: await isLatestDeployed(api, now) }
  }
  const { isDeployed } = await until(
    (now) => now.isSaved && now.isDeployed !== false,
    read,
    () =>
      'everything was sent, but Segment does not show that it runs this version; run the status command in a minute',
    time,
  )
  return isDeployed || undefined
}

async function until<T>(
  isProven: (now: T) => boolean,
  read: () => Promise<T>,
  complaint: (now: T) => string,
  time: Time,
): Promise<T> {
  for (let reads = 1; ; reads++) {
    const now = await read()
    if (isProven(now)) return now
    if (reads === mostReads) throw new UserError(complaint(now))
    await time.sleep(pauseMs)
  }
}

function unproven({ steps }: Plan): string {
  const rest = steps.map(({ subject, target, action, details }) => {
    const fields = details.map(({ field }) => field).join(', ')
    return `${subject} ${target} (${action}${fields === '' ? '' : ` ${fields}`})`
  })
  return `everything was sent, but Segment does not show it: ${rest.join('; ')}; run the plan command in a minute, and deploy again if it stays so`
}
