import type { ConfigChange } from '../config/config'
import { type Attempt, attempt, withChange } from './attempt'
import type { Remedy } from './remedy'
import type { RemedySearch } from './remedy-search'

const minute = 60_000
/** Sending an event takes minutes. A wrong time zone costs hours, but less than a day. */
const soon = 45 * minute
const early = -5 * minute
const sameDay = 14 * 60 * minute
/** This many events with the same delay leave no doubt. */
const enoughEvents = 3

const zones = [
  ...['UTC', 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
  ...['America/Anchorage', 'Pacific/Honolulu', 'America/Halifax', 'America/Puerto_Rico'],
]

type Requests = Pick<RemedySearch, 'requests' | 'inspect'>

/** The time zones in which all events happened shortly before their receipt, when none did in the current one. */
export async function timeZoneRemedies(now: Attempt, { requests, inspect }: Requests): Promise<Remedy[][]> {
  if (requests.every(({ receivedAt }) => receivedAt === undefined)) return []
  const lagsWith = async (change: ConfigChange) =>
    lagsOf(await attempt(requests, withChange(now, change), inspect), requests)
  const lags = await lagsWith({})
  const isOff = (lag: number) => (lag > soon || lag < early) && Math.abs(lag) <= sameDay
  if (lags.length === 0 || !lags.every(isOff) || Math.max(...lags) - Math.min(...lags) > soon) return []
  const fitting: string[] = []
  for (const timeZone of zones) {
    const after = await lagsWith({ settings: { timeZone } })
    if (after.every((lag) => lag >= early && lag <= soon)) fitting.push(timeZone)
  }
  const isSure = fitting.length === 1 && lags.length >= enoughEvents
  return [fitting.map((timeZone) => timeZoneRemedy(timeZone, lags, isSure))]
}

function timeZoneRemedy(timeZone: string, lags: readonly number[], isSure: boolean): Remedy {
  const hours = Math.round(Math.abs(lags[0] ?? 0) / (60 * minute))
  const side = (lags[0] ?? 0) > 0 ? 'behind' : 'ahead of'
  const text = `All times are about ${hours} h ${side} the time of receipt; with the time zone ${timeZone} they are not.`
  return { id: `settings timeZone=${timeZone}`, kind: 'setting', text, change: { settings: { timeZone } }, isSure }
}

/** How long after each event its request was received, in milliseconds. */
function lagsOf({ inspections }: Attempt, requests: Requests['requests']): number[] {
  return inspections.flatMap(({ events }, index) => {
    const receivedAt = requests[index]?.receivedAt
    const times = events.flatMap(({ time }) => (time === null ? [] : [Date.parse(String(time.value))]))
    return receivedAt === undefined ? [] : times.map((time) => receivedAt - time)
  })
}
