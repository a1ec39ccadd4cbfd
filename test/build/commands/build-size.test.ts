import type { Bundle } from '../../../build/bundle/bundle'
import { run } from './run'

let mockBytes = 0
jest.mock('../../../build/bundle/bundle', () => ({
  ...jest.requireActual('../../../build/bundle/bundle'),
  bundle: async (): Promise<Bundle> => ({ code: '', bytes: mockBytes }),
}))

test.each([
  [1_000_000, ''],
  [1_000_001, 'paytronix.js is larger than 1 MB. Segment documents no limit; check that it accepts the script.\n'],
])('build tells the size of a script of %d bytes, and warns above 1 MB', async (bytes, warning) => {
  mockBytes = bytes
  const { code, stdout, stderr } = await run(['build'], { columns: 120 })
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(bytes.toLocaleString('en-US')) })
  expect(stderr.replace(/^\S*[\\/]/, '')).toBe(warning)
})
