import { type ClockReadings, momentOf } from './clock-changes'
import type { Verdicts } from './invariants'
import type { TriedFunction } from './tried-function'

/** Spellings of a reading, which take turns. */
const spellings = [
  (reading: string) => reading,
  (reading: string) => reading.replace('T', ' '),
  (reading: string) => reading.replace(/[-:]/g, ''),
]

/** Sends an event at each reading, in one request, and compares the calls' times with those reckoned without the function. */
export async function wrongMoments({ timeZone, readings }: ClockReadings, handle: TriedFunction): Promise<Verdicts> {
  const events = readings.map((reading, index) => ({
    eventType: 'Check-In',
    userId: 'U-1',
    timestamp: spellings[index % spellings.length]?.(reading),
  }))
  const request = {
    body: JSON.stringify(events),
    settings: { timeZone, identify: 'never' },
    formBodies: 'text',
  } as const
  const { calls } = await handle(request)
  return readings.map((reading, index) => {
    const [timestamp, expected] = [calls[index]?.timestamp, momentOf(reading, timeZone)]
    return timestamp === expected ? undefined : `${reading} in ${timeZone} is ${expected}, but became ${timestamp}`
  })
}
