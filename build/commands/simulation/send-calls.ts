import type { Context } from '../../cli/command'
import { printable } from '../../cli/printable'
import { readProjectConfig } from '../../config/project-config'
import { sentText } from '../../render/sent'
import type { SegmentCall } from '../../runtime'
import { nameOf, type Result } from '../../runtime/simulation'
import { UserError } from '../../system/errors'
import { groupBy } from '../../system/group-by'
import { counted, grouped } from '../../system/numbers'
import {
  commonTrackingUrlOf,
  createDelivery,
  type DeliveryOptions,
  type DeliveryOutcome,
  prepare,
  writeKeyOf,
} from '../../tracking-api'

/** A source and the address for its calls. */
export type CallTarget = Pick<DeliveryOptions, 'writeKey' | 'url'>

/**
 * The destination of `--send`. It is checked before anything runs.
 * @throws UserError when no body is named, the write key is missing, or the region is not clear.
 */
export function destinationOf(names: readonly string[], { io, places }: Context): CallTarget {
  if (names.length === 0) {
    throw new UserError(
      '--send: name the files whose calls to deliver, or - for stdin; the samples have invented guests, who do not belong in a source',
      2,
    )
  }
  return { writeKey: writeKeyOf(io.env), url: commonTrackingUrlOf(io.env, readProjectConfig(places.config)) }
}

/**
 * Delivers the calls of a simulation, each message id once, and prints how to find them in Segment: to stderr when
 * stdout holds a document. False when a call was refused.
 * @throws UserError when the delivery fails. Before that it prints how many calls were delivered.
 */
export async function sendCalls(
  results: readonly Result[],
  destination: CallTarget,
  asJson: boolean,
  context: Context,
): Promise<boolean> {
  const { note, print, width } = context.screen
  const say = asJson ? note : (text: string) => print(`\n${text}`)
  const calls = firstOfEachId(results.flatMap((result) => result.calls))
  const outcomes = await deliver(calls, destination, context)
  const delivered = calls.filter((_, index) => outcomes[index]?.kind === 'delivered')
  const refusals = calls.flatMap((call, index) => refusalOf(call, outcomes[index]))
  say(delivered.length > 0 ? sentText(delivered, new URL(destination.url).host, { width }) : 'No call was delivered.')
  if (refusals.length > 0) say(refusals.join('\n'))
  return refusals.length === 0
}

async function deliver(
  calls: readonly SegmentCall[],
  destination: CallTarget,
  { screen, time }: Context,
): Promise<readonly DeliveryOutcome[]> {
  const { note, progress } = screen
  let delivered = 0
  try {
    const prepared = calls.map((call) => prepare(call))
    return await createDelivery({ ...destination, time, note }).deliver(prepared, (_, { kind }) => {
      if (kind === 'delivered') delivered += 1
      progress(`${grouped(delivered)} of ${counted(calls.length, 'call')} delivered …`)
    })
  } catch (error) {
    note(
      `${grouped(delivered)} of ${counted(calls.length, 'call')} delivered; Segment drops them if they are sent again`,
    )
    throw error
  } finally {
    progress('')
  }
}

/** Segment drops a repeated message id, so the Debugger would show fewer calls than the command reports. */
function firstOfEachId(calls: readonly SegmentCall[]): readonly SegmentCall[] {
  return [...groupBy(calls, ({ messageId }) => messageId).values()].map(([first]) => first)
}

function refusalOf(call: SegmentCall, outcome: DeliveryOutcome | undefined): string[] {
  if (outcome?.kind !== 'refused') return []
  return [printable(`refused: ${nameOf(call)} with message id ${call.messageId}: ${outcome.reason}`)]
}
