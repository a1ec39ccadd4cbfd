import nock from 'nock'
import { createSegmentApi } from '../../../build/segment-api'
import type { ApiError } from '../../../build/segment-api/api-error'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

export const url = 'https://api.segmentapis.com'
const token = 'sgp_aTokenForTests'
export const waits: number[] = []
export const notes: string[] = []
export const time = {
  now: () => 0,
  elapsed: () => 0,
  sleep: async (ms: number) => void waits.push(ms),
  firstDelayMs: 0,
}
export const api = createSegmentApi({ baseUrl: url, token, time, note: (text) => notes.push(text) })
export const segment = () => nock(url, { reqheaders: { authorization: `Bearer ${token}`, accept: 'application/json' } })
export const source = { id: 'S1', slug: 'paytronix', enabled: true, metadata: { id: 'F1' } }
export const limited = (msBeforeNext: number) => ({
  errors: [{ type: 'RequestError', message: 'Slow', data: { msBeforeNext } }],
})

beforeEach(() => {
  waits.length = 0
  notes.length = 0
})
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([])
  nock.cleanAll()
})

/** The message of the error that a call ends with. */
export async function complaint(call: Promise<unknown>): Promise<string> {
  const error: ApiError = await call.then(
    () => expect('the call').toBe('refused'),
    (thrown) => thrown,
  )
  expect(error.message + notes.join('')).not.toContain(token)
  return error.message
}
