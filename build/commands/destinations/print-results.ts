import { printable } from '../../cli/printable'
import type { Screen } from '../../cli/screen'
import type { Mode } from '../../destinations/runner/trial'
import { summaryOf } from '../../destinations/summary'
import { outcomeText, summaryText } from '../../render/destinations'
import { nameOf, type Result } from '../../runtime/simulation'
import { type DestinationResult, rejectionOf } from './entries'

interface Results {
  readonly mode: Mode
  readonly rejected: readonly Result[]
  readonly tried: readonly DestinationResult[]
  /** Whether to show each call, or only the totals. */
  readonly isDetailed: boolean
}

/** Prints what each destination makes of each call, and then the totals. */
export function printResults({ mode, rejected, tried, isDetailed }: Results, screen: Screen): void {
  for (const result of rejected) screen.print(`${screen.colors.red('✗')} ${printable(rejectionOf(result))}\n`)
  if (isDetailed) printCalls(tried, screen)
  for (const { destination, calls } of tried) {
    screen.print(summaryText(destination, summaryOf(destination, mode, calls), screen))
  }
}

function printCalls(tried: readonly DestinationResult[], screen: Screen): void {
  const [first] = tried
  first?.calls.forEach(({ file, call }, index) => {
    screen.print(`${screen.colors.bold(printable(file))}  ${printable(nameOf(call))}`)
    for (const { destination, calls } of tried) {
      const outcome = calls[index]?.outcome
      if (outcome !== undefined) screen.print(outcomeText(destination, outcome, screen))
    }
    screen.print('')
  })
}
