import { printable } from '../cli/printable'
import type { Inspection } from '../inspection'
import { counted } from '../system/numbers'
import { flowText } from './flow'
import { inspectedEventText, remainderText } from './inspected-event'
import type { View } from './view'

/** What was found in one body, and what was not, for people. */
export function inspectionText(
  file: string,
  { status, error, events, misshapen, envelope, warnings }: Inspection,
  view: View,
): string {
  const { colors } = view
  const count = events.length + misshapen.length
  const lost = events.filter(({ rejection }) => rejection !== null).length + misshapen.length
  const isPartial = status === 'ok' && lost > 0
  const [mark, color] = status === 'ok' && !isPartial ? ['✓', colors.green] : ['✗', colors.red]
  const outcome = isPartial ? `${lost} of ${counted(count, 'event')} rejected` : status
  // Why events were rejected stands with each of them.
  const reason = error === null || count > 0 ? '' : reasonText(`${error.name}: ${error.message}`, view)
  const around = remainderText(envelope, view)
  const blocks = [
    `${color(mark)} ${colors.bold(printable(file))}  ${color(outcome)}${reason}`,
    ...events.map((event) => inspectedEventText(event, count, view)),
    ...misshapen.map(({ index, rejection }) => misshapenText(index, count, rejection, view)),
    ...warnings.filter(isAboutCalls).map((warning) => `  ${colors.yellow('warning')}${reasonText(warning, view)}`),
    around === '' ? '' : `  ${colors.cyan('around the events')}\n\n${around}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** Those about a value are told with its event. */
function isAboutCalls(warning: string): boolean {
  return !warning.startsWith('event[')
}

function misshapenText(index: number, count: number, rejection: string, view: View): string {
  const { colors } = view
  const place = colors.dim(` · event[${index}] of ${count}`)
  return `  ${colors.red('no event')}${place}${reasonText(rejection, view)}`
}

function reasonText(reason: string, { width }: View): string {
  return flowText(printable(reason), width - 2, 2)
    .map((line) => `\n  ${line}`)
    .join('')
}
