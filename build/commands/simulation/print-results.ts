import { printJson, type Screen } from '../../cli/screen'
import { flowText } from '../../render/flow'
import { resultText } from '../../render/result'
import { totalsText } from '../../render/totals'
import { type NamedRequest, type Result, type Simulation, simulate } from '../../runtime/simulation'
import { grouped } from '../../system/numbers'

export interface SimulationRun extends Omit<Simulation, 'note'> {
  readonly requests: readonly NamedRequest[]
  readonly asJson: boolean
  /** Leaves out the calls in the text for people, when they are shown in another way. */
  readonly withoutCalls?: boolean
}

/** Runs requests and prints each result at once, or all results as one JSON document. */
export async function printResults(
  { code, settings, requests, asJson, withoutCalls = false }: SimulationRun,
  screen: Screen,
): Promise<Result[]> {
  const results: Result[] = []
  for await (const result of simulate({ code, settings, note: screen.note }, requests)) {
    results.push(result)
    if (asJson) screen.progress(`request ${grouped(results.length)} of ${grouped(requests.length)} …`)
    else screen.print(`${resultText(withoutCalls ? { ...result, calls: [] } : result, screen)}\n`)
  }
  screen.progress('')
  if (asJson) printJson(screen, results)
  else screen.print(flowText(totalsText(results), screen.width).join('\n'))
  return results
}
