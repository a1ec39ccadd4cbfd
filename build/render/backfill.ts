import type { Counts } from '../backfill/counts'
import type { Findings } from '../backfill/dry-run'
import { printable } from '../cli/printable'
import { durationText } from '../system/duration'
import { counted, grouped } from '../system/numbers'
import { definitionTable, figureTable } from './table'
import type { View } from './view'

/** The result of a run. */
export interface RunReport {
  readonly counts: Counts
  /** The target's name for people. */
  readonly target: string
  readonly seconds: number
  readonly checkpoint: string
  /** The files with the rejected bodies. */
  readonly rejectedFiles: readonly string[]
  /** Whether the user asked for a period. */
  readonly isLimited: boolean
  /** False when the run was stopped early. */
  readonly isDone: boolean
}

/** The result of a run, for people. */
export function runText(report: RunReport, view: View): string {
  const { counts, target, seconds, isDone } = report
  const mark = isDone ? view.colors.green('✓') : view.colors.yellow('…')
  const fresh = counts.lines - counts.earlier
  const rate = grouped(Math.round(counts.calls / Math.max(seconds, 1)))
  const headline = `${mark} ${counted(counts.calls, 'call')} of ${counted(fresh, 'line')} delivered to ${printable(target)}`
  const facts: (readonly [string, string])[] = [
    ['took', `${durationText(seconds)}, ${rate} calls a second`],
    ...(counts.earlier > 0 ? [['before', `${counted(counts.earlier, 'line')} by an earlier run`] as const] : []),
    ...rejectedFacts(report),
    ...leftOutFacts(report),
    ['checkpoint', report.checkpoint],
  ]
  return `${headline}\n${factTable(facts, view)}`
}

function rejectedFacts({ counts, rejectedFiles }: RunReport): (readonly [string, string])[] {
  if (rejectedFiles.length === 0) return []
  const what = counts.rejected > 0 ? counted(counts.rejected, 'line') : 'lines of an earlier run'
  const where = rejectedFiles.map(printable).join(', ')
  return [['rejected', `${what}, with the reasons in ${where}; correct it and run that`]]
}

function leftOutFacts({ counts, isLimited }: Pick<RunReport, 'counts' | 'isLimited'>): (readonly [string, string])[] {
  const undated = isLimited
    ? `${counted(counts.undated, 'call')} left out, for --since and --until cannot place them`
    : `${counted(counts.undated, 'call')}, which Segment dates at receipt`
  return [
    ...(counts.outside > 0
      ? [['outside', `${counted(counts.outside, 'call')} left out by --since and --until`] as const]
      : []),
    ...(counts.undated > 0 ? [['without time', undated] as const] : []),
  ]
}

function factTable(facts: readonly (readonly [string, string])[], { width }: View): string {
  return definitionTable(facts, (text) => [text], { indent: 2, width })
}

/** The result of a run, for programs. */
export function runJson({ counts, isDone, target, seconds, checkpoint, rejectedFiles }: RunReport): object {
  const { lines, earlier, calls, rejected, outside, undated } = counts
  return { done: isDone, target, lines, earlier, calls, rejected, outside, undated, seconds, checkpoint, rejectedFiles }
}

/** The result of a dry run. */
export interface DryReport {
  readonly counts: Counts
  readonly findings: Findings
  readonly rate: number
  readonly isLimited: boolean
}

/** The result of a dry run, for people. */
export function dryText(report: DryReport, view: View): string {
  const { counts, findings, rate } = report
  const headline = `${counted(counts.lines, 'line')} would give ${counted(counts.calls, 'call')}; nothing was sent`
  const events = [...findings.events].map(([name, count]) => [printable(name), grouped(count)])
  const facts: (readonly [string, string])[] = [
    ['guests', guestsText(findings)],
    [
      'identities',
      `${counted(findings.known, 'call')} with a user id, ${grouped(counts.calls - findings.known)} anonymous`,
    ],
    ['earliest', findings.earliest ?? 'none'],
    ['latest', findings.latest ?? 'none'],
    ['size', sizeText(findings.bytes)],
    ['duration', `about ${durationText(counts.calls / rate)} at ${counted(rate, 'call')} a second`],
    ...leftOutFacts(report),
    ...(counts.rejected > 0 ? [['rejected', counted(counts.rejected, 'line')] as const] : []),
  ]
  const table = events.length === 0 ? [] : [figureTable([['', 'calls'], ...events], 2)]
  const rejections = findings.rejections.map((line) => `  ${printable(line)}`)
  return [headline, ...table, factTable(facts, view), ...rejections].join('\n')
}

/** The result of a dry run, for programs. */
export function dryJson({ counts, findings, rate }: DryReport): object {
  const { lines, calls, rejected, outside, undated } = counts
  const { events, known, guests, earliest = null, latest = null, bytes, rejections } = findings
  return {
    ...{
      lines,
      calls,
      rejected,
      outside,
      undated,
      events: Object.fromEntries(events),
      known,
      guests,
      earliest,
      latest,
      bytes,
    },
    seconds: calls / rate,
    rejections,
  }
}

function guestsText({ guests: { count, exact } }: Findings): string {
  return exact ? grouped(count) : `more than ${grouped(count)}`
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? counted(bytes, 'byte') : `${grouped(Math.round(bytes / 1_000_000))} MB`
}
