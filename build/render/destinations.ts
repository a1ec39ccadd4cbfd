import { printable } from '../cli/printable'
import type { Destination } from '../destinations/destination'
import type { CallOutcome, Fired, ToolRequest } from '../destinations/runner/trial'
import { hasFailed, type Summary } from '../destinations/summary'
import { counted, grouped } from '../system/numbers'
import { flow, flowText, withCommas } from './flow'
import type { View } from './view'

/** What one destination makes of one call. */
export function outcomeText({ name }: Destination, outcome: CallOutcome, view: View): string {
  const { colors } = view
  const { fired, error } = outcome
  if (error !== null) return `  ${colors.red('✗')} ${name}\n${problemText(error, view)}`
  if (fired.length === 0) return colors.dim(`  – ${name}: nothing fires`)
  const mark = hasFailed(outcome) ? colors.red('✗') : colors.green('✓')
  const blocks = fired.map((one) => firedText(one, view))
  return [`  ${mark} ${colors.bold(name)}`, ...blocks, ...lostText(outcome, view)].join('\n')
}

function firedText({ subscription, action, requests, error }: Fired, view: View): string {
  const title = `    ${view.colors.cyan(subscription)} ${view.colors.dim(`(${action})`)}`
  if (error !== null) return `${title}\n${problemText(error, view)}`
  if (requests.length === 0) return `${title}\n      ${view.colors.dim('sends nothing')}`
  return [title, ...requests.map(requestText)].join('\n')
}

/** The body stands as it is, so that it can be compared with the tool's documents. */
function requestText({ method, url, body }: ToolRequest): string {
  const text = typeof body === 'string' ? printable(body) : JSON.stringify(body, null, 2)
  return [`${method} ${printable(url)}`, ...(body === null ? [] : text.split('\n'))]
    .map((line) => `      ${line}`)
    .join('\n')
}

function problemText(error: string, { colors, width }: View): string {
  return flowText(printable(error), width - 6)
    .map((line) => `      ${colors.red(line)}`)
    .join('\n')
}

function lostText({ lost }: CallOutcome, { colors, width }: View): string[] {
  if (lost.length === 0) return []
  const lines = flow(withCommas(lost.map(printable)), width - 6)
  return ['    not sent:', ...lines.map((line) => `      ${line}`)].map((line) => colors.dim(line))
}

const consentWords: Readonly<Record<Summary['consent'], readonly string[]>> = {
  reached: ['consent ✓'],
  failed: ['consent ✗'],
  unreachable: ['no consent state'],
  untold: [],
}

/** `Braze: 41 of 41 events, 41 of 41 profiles, consent ✓, 2 inputs to fill in` */
export function summaryText({ name }: Destination, summary: Summary, view: View): string {
  const { events, withoutUser, profiles, failed, consent, inputs } = summary
  const untaken = withoutUser === 0 ? '' : ` (${grouped(withoutUser)} without a user id)`
  const pieces = [
    `${grouped(events.sent)} of ${counted(events.of, 'event')}${untaken}`,
    `${grouped(profiles.sent)} of ${counted(profiles.of, 'profile')}`,
    ...consentWords[consent],
    ...(failed > 0 ? [view.colors.red(`${counted(failed, 'call')} refused`)] : []),
    ...(inputs.length > 0 ? [`${counted(inputs.length, 'input')} to fill in`] : []),
  ]
  return flow([`${view.colors.bold(`${name}:`)}`, ...withCommas(pieces)], view.width, 2).join('\n')
}
