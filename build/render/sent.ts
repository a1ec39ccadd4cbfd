import { printable } from '../cli/printable'
import type { Screen } from '../cli/screen'
import type { SegmentCall } from '../runtime'
import { nameOf } from '../runtime/simulation'
import { groupBy } from '../system/group-by'
import { counted, grouped, tally } from '../system/numbers'
import { flow } from './flow'
import { definitionTable } from './table'

type View = Pick<Screen, 'width'>

/**
 * What to look for in Segment's debugger once these calls were delivered, of which there is at least one. It can be
 * searched for whatever stands in a call (Segment documentation, "Using the Source Debugger").
 */
export function sentText(calls: readonly SegmentCall[], host: string, { width }: View): string {
  const paragraph = (text: string) => flow(text.split(' '), width).join('\n')
  const untimed = calls.filter(({ timestamp }) => timestamp === undefined).length
  return [
    paragraph(
      `${counted(calls.length, 'call')} delivered to ${host}. In Segment, open Connections > Sources > your source > Debugger and look for:`,
    ),
    definitionTable(rowsOf(calls), (text, room) => flow(text.split(' '), room), { indent: 2, width }),
    ...(untimed > 0 ? [paragraph(`${counted(untimed, 'call')} without a time: Segment takes that of receipt.`)] : []),
    `Search there for a message id to find one call; the last one has\n  ${printable(String(calls.at(-1)?.messageId))}`,
    paragraph(
      'The Debugger shows a sample, 500 calls at most. When nothing appears, the write key is that of another source, or the region is another: Segment may answer 200 all the same.',
    ),
  ].join('\n\n')
}

/** Each kind of call, with how many there are and what they are known by. */
function rowsOf(calls: readonly SegmentCall[]): (readonly [string, string])[] {
  return [...groupBy(calls, nameOf)].map(([name, alike]) => {
    const counts = [...tally(alike.map(identityOf))].map(([identity, count]) => `${grouped(count)} with ${identity}`)
    return [printable(name), counts.join(', ')]
  })
}

function identityOf({ userId, anonymousId }: SegmentCall): string {
  if (userId === undefined) return 'anonymousId'
  return anonymousId === undefined ? 'userId' : 'userId and anonymousId'
}
