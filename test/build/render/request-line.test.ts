import pc from 'picocolors'
import { requestLine, type TimedRequest } from '../../../build/render/request-line'

const colors = pc.createColors(false)
// A time without an offset is the machine's own, as the terminal shows it.
const request: TimedRequest = {
  receivedAt: new Date('2026-01-31T19:04:32').toISOString(),
  events: ['Check-In'],
  rejected: { count: 0, of: 1 },
  guest: { name: 'Dana Whitcombe', id: '51830427' },
  ...{ status: 'ok', httpStatus: 200, calls: 2, warnings: 0, ms: 13.6, error: null },
}
const of = (change: Partial<TimedRequest>) => requestLine({ ...request, ...change }, { colors })

test.each<[change: Partial<TimedRequest>, line: string, reason: string]>([
  [{}, 'Check-In  51830427  ok  14 ms', 'the id, and not the name, stands for the guest'],
  [{ guest: { name: null, id: null } }, 'Check-In  no guest  ok  14 ms', 'nobody is named'],
  [{ events: [] }, 'no event  51830427  ok  14 ms', 'the body holds none'],
  [{ events: ['Check-In', 'Referral', 'Recharge Value'] }, 'Check-In and 2 more  51830427  ok  14 ms', 'a batch'],
  [
    { events: ['Check-In', 'x'], rejected: { count: 1, of: 2 } },
    'Check-In and 1 more  51830427  1 of 2 events rejected  14 ms',
    'a partial loss is one, though Segment gets an answer of 200',
  ],
  [
    { status: 'rejected', rejected: { count: 1, of: 1 }, error: { message: 'body: expected\nJSON' } },
    'Check-In  51830427  rejected  14 ms  body: expected\\u{a}JSON',
    'one line, whatever the message holds',
  ],
])('%j is %j: %s', (change, line) => expect(of(change)).toBe(`19:04:32  ${line}`))

test('what went well is green, and a partial loss is red', () => {
  const painted = (change: Partial<TimedRequest>) =>
    requestLine({ ...request, ...change }, { colors: pc.createColors(true) })
  expect(painted({})).toContain(pc.createColors(true).green('ok'))
  const loss = { rejected: { count: 1, of: 2 } }
  expect(painted(loss)).toContain(pc.createColors(true).red('1 of 2 events rejected'))
})
