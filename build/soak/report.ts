import type { Screen } from '../cli/screen'
import { figureTable } from '../render/table'
import { grouped } from '../system/numbers'
import type { Part, PartResult, SoakOptions } from './part'

/** What a part found, for people: its figures, then whether all holds or what does not. */
export function soakText(
  { name, holds }: Part,
  { rows, found }: PartResult,
  options: SoakOptions,
  { colors }: Pick<Screen, 'colors'>,
): string {
  const table = figureTable([[name, `seed ${options.seed}`], ...rows], 0)
  if (found.count === 0) return `${table}\n\n${colors.green('holds:')} ${holds}`
  const first = found.first.map((text) => `  ${text}`).join('\n')
  return `${table}

${colors.red('FAILED:')} ${grouped(found.count)} ${found.count === 1 ? 'discrepancy' : 'discrepancies'}, first of all
${first}
To see it again: ${commandOf(name, options)}`
}

function commandOf(part: string, { seed, events, guests }: SoakOptions): string {
  return `npm run soak -- ${part} --seed ${seed} --events ${events} --guests ${guests}`
}
