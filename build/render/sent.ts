import { printable } from '../cli/printable'
import type { Screen } from '../cli/screen'
import type { SegmentCall } from '../runtime'
import { nameOf } from '../runtime/simulation'
import { groupBy } from '../system/group-by'
import { counted, grouped, tally } from '../system/numbers'
import { flowText } from './flow'
import { definitionTable } from './table'

type View = Pick<Screen, 'width'>

/**
 * What to look for in Segment's Debugger after these calls were delivered. There is at least one call. The Debugger can
 * search for any text of a call (Segment documentation, "Using the Source Debugger").
 */
export function sentText(calls: readonly SegmentCall[], host: string, { width }: View): string {
  const paragraph = (text: string) => flowText(text, width).join('\n')
  const untimed = calls.filter(({ timestamp }) => timestamp === undefined).length
  return [
    paragraph(
      `${counted(calls.length, 'call')} delivered to ${host}. In Segment, open Connections > Sources > your source > Debugger and look for:`,
    ),
    definitionTable(rowsOf(calls), flowText, { indent: 2, width }),
    ...(untimed > 0
      ? [paragraph(`${counted(untimed, 'call')} without a time: Segment uses the time of receipt.`)]
      : []),
    `Search there for a message id to find one call; the last one has\n  ${printable(String(calls.at(-1)?.messageId))}`,
    paragraph(
      'The Debugger shows a sample, 500 calls at most. If nothing appears, the write key belongs to another source or another region: Segment may answer 200 anyway.',
    ),
  ].join('\n\n')
}

/** Each kind of call with its count and its ids. */
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
