import type { SegmentCall } from '../../runtime/receipt'
import type { Destination } from '../destination'
import { withInputs } from '../mapping'
import { lostOf } from './lost'
import type { RecordedRequests } from './recorded-requests'
import type { SegmentCode } from './segment-code'
import { subscriptionsOf } from './subscriptions'
import type { CallOutcome, Fired, FullSubscription, Trial, TrialOutcome } from './trial'

/** The token of a tool that people log in to. */
const auth = { accessToken: 'token', refreshToken: 'token' }

type Fire = (call: SegmentCall, subscription: FullSubscription) => Promise<readonly Fired[]>

/** Runs calls through a destination. */
export async function runTrial(
  code: SegmentCode,
  recorded: RecordedRequests,
  destination: Destination,
  trial: Trial,
): Promise<TrialOutcome> {
  const definition = code.destination(destination.slug)
  const running = code.run(definition)
  running.validateSettings(destination.settings)
  recorded.answers = destination.answers ?? []

  /** Nothing when the subscription does not take the call. */
  const fire: Fire = async (call, { name, action, trigger, mapping }) => {
    const toRun = { partnerAction: action, subscribe: trigger, mapping: filledIn(mapping) }
    let error: string | null = null
    try {
      const [first] = await running.onSubscription(toRun, delivered(call, trial), destination.settings, auth)
      if (first?.output === 'not subscribed') return []
    } catch (thrown) {
      error = messageOf(thrown)
    }
    return [{ subscription: name, action, requests: recorded.take(), error }]
  }

  const subscriptions = subscriptionsOf(destination, definition, trial.mode)
  const outcomes: CallOutcome[] = []
  for (const call of trial.calls) outcomes.push(await outcomeOf(call, subscriptions, fire, trial.tellsLost))
  return { subscriptions, outcomes }
}

/** Runs the subscriptions one after the other, as no request tells whose it is. */
async function outcomeOf(
  call: SegmentCall,
  subscriptions: readonly FullSubscription[],
  fire: Fire,
  tellsLost: boolean,
): Promise<CallOutcome> {
  const fireAll = async (one: SegmentCall) => {
    const fired: Fired[] = []
    for (const subscription of subscriptions) fired.push(...(await fire(one, subscription)))
    return fired
  }
  const fired = await fireAll(call)
  const requests = requestsOf(fired)
  const rerun = async (changed: SegmentCall) => requestsOf(await fireAll(changed))
  const lost = tellsLost && requests.length > 0 ? await lostOf(call, requests, rerun) : []
  return { fired, lost, error: null }
}

function requestsOf(fired: readonly Fired[]) {
  return fired.flatMap(({ requests }) => requests)
}

/** A call as Segment delivers it: with the time of receipt, which is also that of a call without a time. */
function delivered(call: SegmentCall, { receivedAt }: Trial): SegmentCall {
  const { timestamp = receivedAt } = call
  return { ...structuredClone(call), timestamp, originalTimestamp: timestamp, sentAt: receivedAt, receivedAt }
}

/** A copy of its own, as Segment's mapping language changes the mapping that it reads. */
function filledIn(mapping: FullSubscription['mapping']): unknown {
  return withInputs(mapping, ({ input, example }) => example ?? `<${input}>`)
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
