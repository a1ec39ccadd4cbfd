import { createScreen } from '../../../build/cli/screen'
import { resultText } from '../../../build/render/result'
import { totalsText } from '../../../build/render/totals'
import type { SegmentCall } from '../../../build/runtime'
import type { Result } from '../../../build/runtime/simulation'
import { badLines } from './bad-lines'

const stream = { write: () => undefined }
const view = createScreen({ stdout: stream, stderr: stream, env: {} })

const identify: SegmentCall = {
  type: 'identify',
  userId: '42',
  timestamp: '2025-07-19T00:11:54.000Z',
  traits: {
    firstName: 'Dana',
    email: 'dana@example.com',
    account_id: '42',
    tier_label: 'First Mate',
    wallet_12_balance: 180,
  },
}
const track: SegmentCall = {
  type: 'track',
  event: 'Add/Redeem',
  userId: '42',
  timestamp: '2025-07-19T00:11:54.000Z',
  properties: {
    first_name: 'Dana',
    store_code: '0042',
    store_latitude: 43.6569,
    email_opt_in: true,
    added_wallets: [
      { wallet_code: '12', label: 'Points', quantity: 38, note: 'a long one, to need a line more' },
      { wallet_code: '15', label: 'Visits', quantity: 1 },
    ],
  },
}
const result: Result = { file: 'body.json', status: 'ok', error: null, calls: [], warnings: [], errors: [], ms: 1 }

test('a request that gives calls and warnings', () => {
  const warnings = ['event[0].store_longitude: expected degrees from -180 to 180, received a string; left out']
  const anonymous: SegmentCall = { type: 'track', event: 'Check-In', anonymousId: 'a1', properties: {} }
  expect(resultText({ ...result, calls: [identify, track, anonymous], warnings }, view)).toBe(`\
✓ body.json  ok

  Add/Redeem · 2025-07-19T00:11:54.000Z · user 42
    track
      first_name      Dana
      store_code      "0042"
      store_latitude  43.6569
      email_opt_in    true
      added_wallets   [{wallet_code: "12", label: "Points", quantity: 38,
                        note: "a long one, to need a line more"},
                       {wallet_code: "15", label: "Visits", quantity: 1}]
    identify
      firstName: Dana, email: dana@example.com, account_id: "42",
      tier_label: First Mate, wallet_12_balance: 180

  Check-In · time of receipt · anonymous a1
    track
      (empty)

  warning: event[0].store_longitude: expected degrees from -180 to 180, received
    a string; left out`)
})

test('a request that gives nothing', () => {
  const error = { name: 'InvalidEventPayload', message: 'body: expected JSON\u001b[31m' }
  expect(resultText({ ...result, status: 'rejected', error }, view)).toBe(`\
✗ body.json  rejected
  InvalidEventPayload: body: expected JSON\\u{1b}[31m`)
})

test('a request of which some events were rejected is no success', () => {
  const errors = ['event[1].identity: expected a user id, card, account, e-mail or phone, received no identity']
  expect(resultText({ ...result, status: 'partial', calls: [identify, track], errors }, view)).toMatch(
    /^✗ body\.json {2}1 of 2 events rejected\n[\s\S]*\n {2}rejected: event\[1\]\.identity: expected a user id/,
  )
})

test('an identify of another guest or time is an event of its own', () => {
  const later = { ...track, timestamp: '2025-07-20T00:00:00.000Z' }
  expect(resultText({ ...result, calls: [identify, later] }, view)).toContain(`\
  identify · 2025-07-19T00:11:54.000Z · user 42
    identify
      firstName`)
})

test.each([40, 60, 80, 120])('no line is longer than %d characters, unless a word is', (width) => {
  const long = {
    ...track,
    properties: { text: `${'word '.repeat(50)}${'x'.repeat(300)}`, list: [1, 2, 'three'], nothing: {} },
  }
  const text = resultText({ ...result, calls: [track, long, identify] }, { ...view, width })
  expect(badLines(text, width)).toEqual([])
})

test('totals', () => {
  const rejected: Result = { ...result, status: 'rejected' }
  expect(totalsText([{ ...result, calls: [identify, track] }, rejected, { ...result, warnings: ['one'] }])).toBe(
    '3 requests: 2 ok, 1 rejected · 2 calls (1 identify, 1 track) · 1 warning',
  )
  expect(totalsText([rejected])).toBe('1 request: 1 rejected · 0 calls · 0 warnings')
  expect(totalsText(Array.from({ length: 1500 }, () => rejected))).toBe(
    '1,500 requests: 1,500 rejected · 0 calls · 0 warnings',
  )
})
