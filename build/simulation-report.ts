import { resultText } from './render/result'
import { totalsText } from './render/totals'
import { printJson, type Screen } from './screen'
import { type NamedRequest, type Result, type Simulation, simulate } from './simulation'

export interface ReportedSimulation extends Omit<Simulation, 'note'> {
  readonly requests: readonly NamedRequest[]
  readonly asJson: boolean
  /** For people, only what became of each request: its calls are shown in another way. */
  readonly withoutCalls?: boolean
}

/** Runs requests and prints each result as it comes, or all of them as one JSON document. */
export async function report(
  { code, settings, requests, asJson, withoutCalls = false }: ReportedSimulation,
  screen: Screen,
): Promise<Result[]> {
  const results: Result[] = []
  for await (const result of simulate({ code, settings, note: screen.note }, requests)) {
    results.push(result)
    if (!asJson) screen.print(`${resultText(withoutCalls ? { ...result, calls: [] } : result, screen)}\n`)
  }
  if (asJson) printJson(screen, results)
  else screen.print(totalsText(results))
  return results
}
