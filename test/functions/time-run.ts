import type { Members } from './property-run'
import { type Send, wholeCalls } from './run'

export const somebody = { eventType: 'Check-In', userId: 'U-1', firstName: 'Dana' }

/** Gives a function that sends an event and reads the time of its calls, which all have the same. */
export const timeRun =
  (send: Send) =>
  async (event: Members, settings: Members = {}) => {
    const outcome = await send({ ...somebody, ...event }, { settings })
    expect(outcome).toMatchObject({ status: 'ok', errors: [] })
    const [identify, track, ...more] = wholeCalls(outcome)
    expect(more).toEqual([])
    expect(identify?.timestamp).toBe(track?.timestamp)
    for (const call of wholeCalls(outcome)) expect(call).not.toHaveProperty('sentAt')
    return { timestamp: track?.timestamp, warnings: outcome.warnings }
  }

export const read = (timestamp: string) => ({ timestamp, warnings: [] })
export const unread = {
  timestamp: undefined,
  warnings: [expect.stringMatching(/^event\[0\]\.timestamp: expected [^;]+, received [^;]+; left out$/)],
}
