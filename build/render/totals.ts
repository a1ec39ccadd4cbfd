import type { Result } from '../runtime/simulation'
import { counted, grouped, tally } from '../system/numbers'

/** `12 requests: 11 ok, 1 rejected · 22 calls (11 identify, 11 track) · 0 warnings` */
export function totalsText(results: readonly Result[]): string {
  const calls = results.flatMap((result) => result.calls)
  const warnings = results.reduce((sum, result) => sum + result.warnings.length, 0)
  const byStatus = listed(results.map(({ status }) => status))
  const byType = calls.length === 0 ? '' : ` (${listed(calls.map(({ type }) => type))})`
  return [
    `${counted(results.length, 'request')}: ${byStatus}`,
    `${counted(calls.length, 'call')}${byType}`,
    counted(warnings, 'warning'),
  ].join(' · ')
}

function listed(names: readonly string[]): string {
  return [...tally(names)].map(([name, count]) => `${grouped(count)} ${name}`).join(', ')
}
