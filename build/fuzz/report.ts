import { printable } from '../cli/printable'
import type { Screen } from '../cli/screen'
import { figureTable } from '../render/table'
import { grouped } from '../system/numbers'
import type { Experiment } from './experiments'
import type { Findings } from './run'

/** An experiment, and what it showed. */
export interface Tried {
  readonly experiment: Experiment
  readonly findings: Findings
}

/** The longest text of a counterexample that is shown. Almost all are far smaller. */
const longest = 8000

/** Findings for people: how much was tried, what held, and what did not. */
export function fuzzText(all: readonly Tried[], seed: number, { colors }: Pick<Screen, 'colors'>): string {
  const tries = all.map(({ experiment, findings }) => [experiment.title, grouped(findings.runs)])
  const looked = [...sumOf(all)].map(([name, count]) => [name, grouped(count)])
  const broken = all.flatMap(({ experiment, findings }) => brokenText(experiment, findings, seed))
  return [
    figureTable([[`seed ${seed}`, 'tried'], ...tries], 0),
    figureTable([['what holds', 'looked at'], ...looked], 0),
    ...(broken.length === 0 ? [colors.green('all of it held')] : broken.map((text) => colors.red(text))),
  ].join('\n\n')
}

/** Findings for programs. */
export function fuzzDocument(all: readonly Tried[], seed: number): object {
  return {
    seed,
    experiments: all.map(({ experiment: { name }, findings: { runs, looked, counterexample } }) => ({
      ...{ name, runs, looked: Object.fromEntries(looked) },
      counterexample: counterexample ?? null,
    })),
  }
}

/** How often each invariant was looked at, in all experiments together. */
function sumOf(all: readonly Tried[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { findings } of all) {
    for (const [name, count] of findings.looked) sum.set(name, (sum.get(name) ?? 0) + count)
  }
  return sum
}

function brokenText({ name, title }: Experiment, { runs, counterexample }: Findings, seed: number): string[] {
  if (counterexample === undefined) return []
  const { broken, input, path } = counterexample
  const repeat = path === undefined ? `${name} --seed ${seed}` : `${name}:${path} --seed ${seed}`
  return [
    `${title}: broken in run ${grouped(runs)}
${shortened(broken)}
smallest: ${shortened(JSON.stringify(input))}
to repeat it: npm run fuzz -- --only ${repeat}`,
  ]
}

function shortened(text: string): string {
  return printable(text.length <= longest ? text : `${text.slice(0, longest)}… (${grouped(text.length)} characters)`)
}
