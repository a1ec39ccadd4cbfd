import { printable } from '../cli/printable'
import type { Failure, Json, SegmentCall } from '../runtime'
import { type Result, rejectedOf } from '../runtime/simulation'
import { counted } from '../system/numbers'
import { eventsOf, type ShownEvent } from './events'
import { flow, withCommas } from './flow'
import { definitionTable } from './table'
import { valueLines, valueText } from './value'
import type { View } from './view'

type Color = (text: string) => string

const fieldIndent = 6

/** The result of one request, for people. */
export function resultText(result: Result, view: View): string {
  const { colors } = view
  const blocks = [
    [headline(result, view), ...(result.error ? [failureText(result.error, view)] : [])].join('\n'),
    ...eventsOf(result.calls).map((calls) => eventText(calls, view)),
    [
      ...result.errors.map((error) => remark('rejected', colors.red, error, view)),
      ...result.warnings.map((warning) => remark('warning', colors.yellow, warning, view)),
    ].join('\n'),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function headline(result: Result, { colors }: View): string {
  const { file, status } = result
  const { count, of } = rejectedOf(result)
  const [mark, color] = status === 'ok' ? ['✓', colors.green] : ['✗', colors.red]
  const outcome = status === 'partial' ? `${count} of ${counted(of, 'event')} rejected` : status
  return `${color(mark)} ${colors.bold(printable(file))}  ${color(outcome)}`
}

function failureText({ name, message }: Failure, view: View): string {
  return remark(printable(name), view.colors.red, message, view)
}

/** A coloured word with a text. */
function remark(word: string, color: Color, text: string, view: View): string {
  return hanging(`${word}: ${printable(text)}`.split(' '), word, color, view)
}

/** Lines of pieces below a headline. They begin with `start`, which is coloured. */
function hanging(pieces: readonly string[], start: string, color: Color, { width }: View): string {
  const [first = '', ...others] = flow(pieces, width - 2, 2)
  const coloured = first.startsWith(start) ? color(start) + first.slice(start.length) : first
  return [coloured, ...others].map((line) => `  ${line}`).join('\n')
}

function eventText(calls: ShownEvent, view: View): string {
  // The track comes last and says what happened. The identify before it says who the guest is.
  const main = calls.at(-1) ?? calls[0]
  return [titleOf(main, view), ...calls.toReversed().map((call) => callText(call, view))].join('\n')
}

function titleOf(call: SegmentCall, view: View): string {
  const name = typeof call.event === 'string' ? printable(call.event) : call.type
  const when = typeof call.timestamp === 'string' ? printable(call.timestamp) : 'time of receipt'
  return hanging([name, `· ${when}`, `· ${whoOf(call)}`], name, view.colors.cyan, view)
}

function whoOf({ userId, anonymousId }: SegmentCall): string {
  return userId === undefined ? `anonymous ${printable(String(anonymousId))}` : `user ${printable(String(userId))}`
}

/** Each property has its own line. The traits of an identify mostly repeat them, so they share lines. */
function callText(call: SegmentCall, view: View): string {
  const fields = fieldsOf(call.properties ?? call.traits)
  const isShort = call.type === 'identify' || fields.length === 0
  return `    ${view.colors.dim(call.type)}\n${isShort ? running(fields, view) : definitions(fields, view)}`
}

function definitions(fields: readonly (readonly [string, Json])[], { width }: View): string {
  return definitionTable(fields, valueLines, { indent: fieldIndent, width })
}

function running(fields: readonly (readonly [string, Json])[], { width }: View): string {
  const pieces = fields.map(([name, value]) => `${name}: ${valueText(value)}`)
  const lines = flow(pieces.length === 0 ? ['(empty)'] : withCommas(pieces), width - fieldIndent)
  return lines.map((line) => `${' '.repeat(fieldIndent)}${line}`).join('\n')
}

function fieldsOf(fields: Json | undefined): (readonly [string, Json])[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return []
  return Object.entries(fields).map(([name, value]) => [printable(name), value])
}
