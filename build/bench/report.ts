import { printable } from '../cli/printable'
import type { Screen } from '../cli/screen'
import { figureTable } from '../render/table'
import { grouped } from '../system/numbers'
import type { Goal } from './goals'
import type { Bench, EventTimes, SampleTimes } from './run'
import type { Times } from './times'

/** Characters that the columns of figures take. */
const figuresWidth = 54
/** What is left of a name in a terminal too narrow for the figures themselves. */
const shortestName = 14

type Look = Pick<Screen, 'colors' | 'width'>

/** Measures for people: the events, each with its samples, then growth and goals. */
export function benchText(bench: Bench, goals: readonly Goal[], { colors, width }: Look): string {
  const nameWidth = Math.max(width - figuresWidth, shortestName)
  const heading = ['median, µs', 'request', 'unavoidable', 'floor', 'kit', 'parse', 'ratio']
  const rows = bench.events.flatMap((event) => eventRows(event, bench.samples, nameWidth))
  const skipped = bench.skipped.map((file) => `${printable(file)}: not measured, for it gives no calls\n`)
  return `${figureTable([heading, ...rows, ['all, once each', ...figures(bench.overall)]], 0)}

unavoidable  parsing, writing the calls as JSON, one SHA-256 of the text
floor        parsing, sixteen direct reads, one SHA-256, two calls
kit          the same with the sixteen read by Segment's mapping-kit
parse        JSON.parse alone
ratio        a request against the unavoidable work
${['', ...skipped].join('\n')}
${growthText(bench)}

${goalsText(goals, colors)}`
}

function eventRows(event: EventTimes, samples: readonly SampleTimes[], nameWidth: number): string[][] {
  const own = samples.filter((sample) => sample.event === event.event)
  return [
    [shortName(event.event, nameWidth), ...figures(event)],
    ...own.map((sample) => [`  ${shortName(caseOf(sample.file), nameWidth - 2)}`, ...figures(sample)]),
  ]
}

function figures({ requestUs, unavoidableUs, floorUs, mappingKitUs, parseUs, ratio }: Times): string[] {
  return [requestUs, unavoidableUs, floorUs, mappingKitUs, parseUs, ratio].map((value) => value.toFixed(1))
}

/** The directory is the event's. */
function caseOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.json$/, '')
}

/** The end of a long name tells more than its beginning. */
function shortName(name: string, longest: number): string {
  const shown = printable(name)
  return shown.length <= longest ? shown : `…${shown.slice(1 - longest)}`
}

function growthText({ growth }: Bench): string {
  const sizes = growth.map(({ events }) => grouped(events))
  const times = growth.map(({ perEventUs }) => perEventUs.toFixed(1))
  return figureTable(
    [
      ['events in a request', ...sizes],
      ['µs for each', ...times],
    ],
    0,
  )
}

function goalsText(goals: readonly Goal[], colors: Screen['colors']): string {
  const rows = goals.map(({ name, measured, atMost, unit, met }) => [
    name,
    `${grouped(measured)} ${unit}`,
    `at most ${grouped(atMost)} ${unit}`,
    met ? colors.green('met') : colors.red('MISSED'),
  ])
  return figureTable([['goal', 'measured', '', ''], ...rows], 0)
}
