import { figureTable } from '../../build/render/table'
import { grouped } from '../../build/system/numbers'
import type { Work } from './work'

export interface Sample {
  readonly file: string
  readonly work: Pick<Work, 'event'>
  /** Median microseconds, in the order of the ways. */
  readonly times: readonly number[]
}

export interface Goal {
  readonly name: string
  readonly measured: number
  readonly atMost: number
  readonly unit: '×' | 'ms' | 'bytes'
}

const legend = `unavoidable  parsing, writing the calls as JSON, one SHA-256 of the text
floor        parsing, sixteen direct reads, one SHA-256, two calls
kit          the same with the sixteen read by Segment's mapping-kit
handler      parsing, fourteen direct reads, two calls, as a team writes it by hand
parse        JSON.parse alone
ratio        a request against the unavoidable work`

/** A row per event, a row per sample, and a row for all samples. */
export function timeTable(samples: readonly Sample[]): string {
  const rows = eventsOf(samples).flatMap(([event, own]) => [
    row(event, own),
    ...own.map((sample) => row(`  ${sample.file.replace(/^.*\/|\.json$/g, '')}`, [sample])),
  ])
  const heading = ['median, µs', 'request', 'unavoidable', 'floor', 'kit', 'handler', 'parse', 'ratio']
  return `${figureTable([heading, ...rows, row('all, once each', samples)], 0)}\n\n${legend}`
}

function row(name: string, samples: readonly Sample[]): string[] {
  return [name, ...[...sumOf(samples), ratioOf(samples)].map((value) => value.toFixed(1))]
}

/** The time of the requests divided by the time of the unavoidable work. */
function ratioOf(samples: readonly Sample[]): number {
  const [request = Number.NaN, unavoidable = Number.NaN] = sumOf(samples)
  return request / unavoidable
}

function sumOf(samples: readonly Sample[]): number[] {
  const [first] = samples
  return (first?.times ?? []).map((_, way) => samples.reduce((sum, { times }) => sum + (times[way] ?? Number.NaN), 0))
}

function eventsOf(samples: readonly Sample[]): [event: string, own: Sample[]][] {
  const names = [...new Set(samples.map(({ work }) => work.event))]
  return names.map((event) => [event, samples.filter(({ work }) => work.event === event)])
}

/** The goals for the speed of all samples together, and of the slowest event. */
export function speedGoals(samples: readonly Sample[]): Goal[] {
  const ratios = eventsOf(samples).map(([event, own]) => ({ event, ratio: ratioOf(own) }))
  const [slowest = { event: 'none', ratio: Number.NaN }] = ratios.sort((one, other) => other.ratio - one.ratio)
  const [request = Number.NaN, , , kit = Number.NaN] = sumOf(samples)
  return [
    { name: 'request against unavoidable work', measured: ratioOf(samples), atMost: 1.9, unit: '×' },
    { name: `the same for ${slowest.event}`, measured: slowest.ratio, atMost: 2.5, unit: '×' },
    { name: "request against Segment's mapping-kit", measured: request / kit, atMost: 1, unit: '×' },
  ]
}

/** The time per event in batches of each size. */
export function growthTable(sizes: readonly number[], perEvent: readonly number[]): string {
  const heading = ['events in a request', ...sizes.map(grouped)]
  return figureTable([heading, ['µs for each', ...perEvent.map((time) => time.toFixed(1))]], 0)
}

/** Whether each goal is met. A missed goal is a finding, not a failure. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ name, measured, atMost, unit }) => [
    ...[name, `${grouped(Math.round(100 * measured) / 100)} ${unit}`, `at most ${grouped(atMost)} ${unit}`],
    measured <= atMost ? 'met' : 'MISSED',
  ])
  return figureTable([['goal', 'measured', '', ''], ...rows], 0)
}
