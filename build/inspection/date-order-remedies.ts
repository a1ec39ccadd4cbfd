import type { Attempt } from './attempt'
import type { Remedy } from './remedy'
import type { ReceivedRequest } from './remedy-search'

/** A date in numbers, such as `18/7/2025`. A number over 12 is the day. */
const numericDate = /"(\d{1,2})([/.-])(\d{1,2})\2\d{4}\b/g

/**
 * The other order of day and month, when some dates are valid in that order only, and none in the current order only.
 */
export function dateOrderRemedies({ settings }: Attempt, requests: readonly ReceivedRequest[]): Remedy[][] {
  const order = settings.dateOrder === 'dmy' ? 'dmy' : 'mdy'
  const seen = new Set(requests.flatMap(({ body }) => [...String(body).matchAll(numericDate)].flatMap(orderOf)))
  const other = order === 'mdy' ? 'dmy' : 'mdy'
  if (!seen.has(other) || seen.has(order)) return []
  const text = `Dates here begin with the ${other === 'dmy' ? 'day' : 'month'}; others, such as 7/8/2025, would be read the other way round.`
  return [
    [
      {
        id: `settings dateOrder=${other}`,
        kind: 'setting',
        text,
        change: { settings: { dateOrder: other } },
        isSure: true,
      },
    ],
  ]
}

function orderOf([, first, , second]: RegExpMatchArray): ('mdy' | 'dmy')[] {
  if (Number(first) > 12 && Number(second) <= 12) return ['dmy']
  return Number(second) > 12 && Number(first) <= 12 ? ['mdy'] : []
}
