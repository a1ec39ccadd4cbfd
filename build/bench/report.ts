import { grouped } from '../render/numbers'
import { figureTable } from '../render/table'
import { printable } from '../render/text'
import type { Screen } from '../screen'
import type { Goal } from './goals'
import type { Bench, Times } from './run'

/** Characters that the four columns of figures take. */
const figuresWidth = 44
/** What is left of a name in a terminal too narrow for the figures themselves. */
const shortestName = 14

/** Measures for people: the samples, then the goals. */
export function benchText(
  bench: Bench,
  goals: readonly Goal[],
  { colors, width }: Pick<Screen, 'colors' | 'width'>,
): string {
  const heading = ['median, µs', 'request', 'unavoidable', 'JSON.parse', 'ratio']
  const rows = bench.samples.map((sample) => [
    shortName(sample.file, Math.max(width - figuresWidth, shortestName)),
    ...figures(sample),
  ])
  const total = ['all, once each', ...figures(bench.overall)]
  const skipped = bench.skipped.map((file) => `${printable(file)}: not measured, for it gives no calls\n`)
  return `${figureTable([heading, ...rows, total], 0)}

A ratio is a request's time against the unavoidable work on the same body:
parsing its text, writing its calls as JSON, one SHA-256 of the text.
${['', ...skipped].join('\n')}
${goalsText(goals, colors)}`
}

function figures({ requestUs, unavoidableUs, parseUs, ratio }: Times): string[] {
  return [requestUs, unavoidableUs, parseUs, ratio].map((value) => value.toFixed(1))
}

/** The end of a long path tells more than its beginning. */
function shortName(file: string, longest: number): string {
  const name = printable(file)
  return name.length <= longest ? name : `…${name.slice(1 - longest)}`
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
