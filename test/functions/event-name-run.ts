import type { Members } from './property-run'
import { grammar, type Send, tracksOf } from './run'

const guest = { userId: 'U-1' }

/** How a file's events of one known guest are tracked or rejected. */
export function eventNameRun(send: Send) {
  /** The name under which an event is tracked. */
  async function nameOf(event: Members, settings: Members = {}, query = '') {
    const outcome = await send({ ...guest, ...event }, { settings, query })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    const [track, ...more] = tracksOf(outcome)
    expect(more).toEqual([])
    return track?.event
  }

  /** What a type is rejected with. */
  async function rejectionOf(event: Members, settings: Members = {}, query = '') {
    const { status, error, calls, errors } = await send({ ...guest, ...event }, { settings, query })
    expect({ status, calls, errors }).toEqual({ status: 'unsupported', calls: [], errors: [] })
    expect(error?.name).toBe('EventNotSupported')
    expect(error?.message).toMatch(grammar)
    return error?.message
  }

  return { nameOf, rejectionOf }
}
