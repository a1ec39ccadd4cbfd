import type { Counts } from '../backfill/counts'
import type { Figures, RejectionCount } from '../backfill/figures'
import { printable } from '../cli/printable'
import { durationText } from '../system/duration'
import { counted, grouped } from '../system/numbers'
import { flowText } from './flow'
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

/** The result of a dry run. */
export interface DryReport {
  readonly counts: Counts
  readonly rate: number
  readonly isLimited: boolean
}

type Fact = readonly [name: string, text: string]

/** The result of a run, for people. */
export function runText(report: RunReport, view: View): string {
  const { counts, target, seconds, isDone, checkpoint } = report
  const mark = isDone ? view.colors.green('✓') : view.colors.yellow('…')
  const fresh = counts.lines - counts.earlier
  const rate = grouped(Math.round(counts.calls / Math.max(seconds, 1)))
  const headline = `${mark} ${counted(counts.calls, 'call')} of ${counted(fresh, 'line')} delivered to ${printable(target)}`
  const facts: Fact[] = [
    ['took', `${durationText(seconds)}, ${rate} calls a second`],
    ...(counts.earlier > 0 ? [['before', `${counted(counts.earlier, 'line')} by an earlier run`] as const] : []),
    ...callFacts(counts),
    ...leftOutFacts(report),
    ...rejectedFacts(report),
    ['checkpoint', checkpoint],
  ]
  return withTables(headline, counts.figures, facts, view)
}

/** The result of a dry run, for people. */
export function dryText(report: DryReport, view: View): string {
  const { counts, rate } = report
  const { figures } = counts
  const headline = `${counted(counts.lines, 'line')} would give ${counted(counts.calls, 'call')}; nothing was sent`
  const facts: Fact[] = [
    ['guests', guestsText(figures)],
    ...callFacts(counts),
    ['size', sizeText(figures.bytes)],
    ['duration', `about ${durationText(counts.calls / rate)} at ${counted(rate, 'call')} a second`],
    ...leftOutFacts(report),
    ...(counts.rejected > 0 ? [['rejected', rejectedLines(counts)] as const] : []),
  ]
  return withTables(headline, figures, facts, view)
}

function withTables(headline: string, { events, unreadable, rejections }: Figures, facts: readonly Fact[], view: View) {
  const rows = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([name, count]) => [printable(name), grouped(count)])
  const { width } = view
  return [
    headline,
    ...(events.size === 0 ? [] : [figureTable([['', 'calls'], ...rows(events)], 2)]),
    definitionTable(facts, flowText, { indent: 2, width }),
    ...(unreadable.size === 0 ? [] : ['', figureTable([['unreadable', 'values'], ...rows(unreadable)], 2)]),
    ...(rejections.length === 0 ? [] : ['', rejectionTable(rejections, width)]),
  ].join('\n')
}

/** The most frequent reasons. Few people read more, and `--json` has them all. */
const shownReasons = 20

function rejectionTable(rejections: readonly RejectionCount[], width: number): string {
  const shown = rejections.slice(0, shownReasons)
  const hidden = rejections.slice(shownReasons).reduce((sum, { count }) => sum + count, 0)
  const rows = shown.map(rejectionRow)
  const more = hidden === 0 ? [] : [[grouped(hidden), 'for other reasons; see --json'] as const]
  return definitionTable([['rejected', 'because'], ...rows, ...more], flowText, { indent: 2, width })
}

function rejectionRow({ reason, count, places: [first = ''] }: RejectionCount): Fact {
  return [grouped(count), printable(`${reason} (first: ${first})`)]
}

function callFacts({ figures, calls }: Counts): Fact[] {
  const { known, earliest, latest } = figures
  if (calls === 0) return []
  return [
    ['identities', `${counted(known, 'call')} with a user id, ${grouped(calls - known)} anonymous`],
    ['earliest', earliest ?? 'none'],
    ['latest', latest ?? 'none'],
  ]
}

function rejectedFacts({ counts, rejectedFiles }: RunReport): Fact[] {
  if (rejectedFiles.length === 0) return []
  const what = counts.rejected > 0 ? rejectedLines(counts) : 'lines of an earlier run'
  const where = rejectedFiles.map(printable).join(', ')
  return [['rejected', `${what}, with the reasons in ${where}; correct it and run that`]]
}

function rejectedLines({ rejected, lines, earlier, calls }: Counts): string {
  const isAll = rejected === lines - earlier && calls === 0
  return `${isAll ? 'all of ' : ''}${counted(rejected, 'line')}`
}

function leftOutFacts({ counts, isLimited }: Pick<RunReport, 'counts' | 'isLimited'>): Fact[] {
  const { outside, undated } = counts
  const why = isLimited ? 'which --since and --until cannot place' : 'which Segment would date at receipt'
  return [
    ...(outside > 0 ? [['outside', `${counted(outside, 'call')} left out by --since and --until`] as const] : []),
    ...(undated > 0 ? [['without time', `${counted(undated, 'call')}, ${why}`] as const] : []),
  ]
}

/** The result of a run, for programs. */
export function runJson({ counts, isDone, target, seconds, checkpoint, rejectedFiles }: RunReport): object {
  const { lines, earlier, calls, rejected, outside, undated } = counts
  const places = { checkpoint, rejectedFiles }
  return {
    ...{ done: isDone, target, lines, earlier, calls, rejected, outside, undated, seconds },
    ...figuresJson(counts.figures),
    ...places,
  }
}

/** The result of a dry run, for programs. */
export function dryJson({ counts, rate }: DryReport): object {
  const { lines, calls, rejected, outside, undated, figures } = counts
  const totals = { lines, calls, rejected, outside, undated, guests: figures.guests, seconds: calls / rate }
  return { ...totals, ...figuresJson(figures) }
}

function figuresJson(figures: Figures): object {
  const { events, known, earliest = null, latest = null, bytes, unreadable, rejections } = figures
  const counts = { events: Object.fromEntries(events), unreadable: Object.fromEntries(unreadable) }
  return { ...counts, known, earliest, latest, bytes, rejections }
}

function guestsText({ guests: { count, exact } }: Figures): string {
  return exact ? grouped(count) : `more than ${grouped(count)}`
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? counted(bytes, 'byte') : `${grouped(Math.round(bytes / 1_000_000))} MB`
}
