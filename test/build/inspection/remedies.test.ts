import {
  createInspect,
  findRemedies,
  guestRemarks,
  type Inspect,
  placeholderRemedies,
  type ReceivedRequest,
} from '../../../build/inspection'
import { events } from '../../../functions/events'

const config = { eventAliases: {}, mappings: {} }
let inspect: Inspect
beforeAll(async () => {
  inspect = await createInspect(config)
})

type Body = Record<string, unknown>

async function inspected(requests: readonly ReceivedRequest[]) {
  const inspections = []
  for (const request of requests) inspections.push(await inspect(request))
  return inspections
}

/** The ids of the remedies, those that need a decision with a question mark. */
async function remedies(requests: readonly ReceivedRequest[]): Promise<string[]> {
  const search = { requests, inspections: await inspected(requests), settings: {}, config, inspect, events }
  const found = await findRemedies(search)
  return found.filter(({ kind }) => kind !== 'property').map(({ id, isSure }) => `${id}${isSure ? '' : '?'}`)
}

const request = (body: Body): ReceivedRequest => ({ body: JSON.stringify(body) })
const visit = (body: Body): Body => ({ event: 'Check-In', accountId: 5, ...body })

describe('a type that nobody knows', () => {
  test.each([
    ['sounds like one event', 'ACCRUAL', ['eventAliases ACCRUAL=Add/Redeem']],
    ['sounds like one event, in another form', 'points-earned.v2', ['eventAliases points-earned.v2=Add/Redeem']],
    [
      'sounds like two',
      'Registration',
      ['eventAliases Registration=Web Registration?', 'eventAliases Registration=Loyalty Registration?'],
    ],
    ['tells of a void', 'Void Add', ['eventAliases Void Add=Add/Redeem?']],
    ['tells of a refund', 'RECHARGE_REFUNDED', ['eventAliases RECHARGE_REFUNDED=Recharge Value?']],
    ['sounds like none', 'Balance Inquiry', ['eventAliases Balance Inquiry?']],
  ])('that %s', async (_, event, expected) => {
    expect(await remedies([request(visit({ event }))])).toEqual(expected)
  })
})

test.each<[string, Body, string[]]>([
  ['names a type nowhere: the URL can', { accountId: 5 }, ['url event?']],
  ['names a type by a section', { CheckIn: { seat: 5 }, accountId: 5 }, ['url event?']],
  ['holds a manager’s e-mail only', visit({ manager: { email: 'pat@example.com' } }), []],
  ['holds two e-mails of unknown people', visit({ a: 'pat@example.com', b: 'sam@example.com' }), []],
  ['holds the time of an expiry', visit({ offerExpires: '2025-07-18T19:04:00Z' }), []],
  ['names another id beside the one that is used', visit({ memberId: 'M-1' }), []],
])('a body that %s', async (_, body, expected) => {
  expect(await remedies([request(body)])).toEqual(expected)
})

test('a value that several guests share is never advised as an id', async () => {
  const bodies = [1, 2, 3].map((n) => ({ event: 'Check-In', email: `${n}@example.com`, memberId: 'HOUSE' }))
  expect(await remedies(bodies.map(request))).toEqual([])
  expect(await remedies(bodies.slice(0, 1).map(request))).toEqual(['mappings user_id=$.memberId'])
})

describe('dates as numbers', () => {
  test.each([
    ['of which one begins with the day', ['18/7/2025 19:04', '7/8/2025 12:00'], ['settings dateOrder=dmy']],
    ['that all can be read both ways', ['7/8/2025 19:04', '7/9/2025 12:00'], []],
    ['of both orders', ['18/7/2025 19:04', '7/18/2025 12:00'], []],
  ])('%s', async (_, dates, expected) => {
    expect(await remedies(dates.map((datetime) => request(visit({ datetime }))))).toEqual(expected)
  })
})

describe('times that lie hours from their receipt', () => {
  const received = (datetime: string, receivedAt: string) => ({
    ...request(visit({ datetime })),
    receivedAt: Date.parse(receivedAt),
  })
  const late = ['10:00', '11:30', '12:10'].map((time) =>
    received(`2025-07-18 ${time}:00`, `2025-07-18T${Number(time.slice(0, 2)) + 5}:${time.slice(3)}:20Z`),
  )

  test('are read in the zone in which they do not', async () => {
    expect(await remedies(late)).toEqual(['settings timeZone=America/Chicago'])
  })

  test('leave the choice when they are few', async () => {
    expect(await remedies(late.slice(0, 1))).toEqual(['settings timeZone=America/Chicago?'])
  })

  test('stay as they are when only some do', async () => {
    expect(await remedies([...late, received('2025-07-18 10:00:00', '2025-07-18T14:00:20Z')])).toEqual([])
  })
})

test.each<[string, Body[], string[]]>([
  [
    'a card of many accounts is a placeholder',
    [1, 2, 3].map((accountId) => visit({ accountId, cardNumber: '600100' })),
    ['placeholder 600100: 1, 2, 3'],
  ],
  ['a card of two accounts is a family’s', [1, 2].map((accountId) => visit({ accountId, cardNumber: '600100' })), []],
  [
    'two people of one id',
    [visit({ firstName: 'Ines', email: 'ines@example.com' }), visit({ firstName: 'Sam', email: 'sam@example.com' })],
    ['shared id 5: Ines <ines@example.com>, Sam <sam@example.com>'],
  ],
  [
    'one person with a new e-mail',
    [visit({ firstName: 'Ines', email: 'a@example.com' }), visit({ firstName: 'Ines', email: 'b@example.com' })],
    [],
  ],
  [
    'a card with and without its zeros',
    ['0042', '42'].map((cardNumber) => ({ event: 'Check-In', cardNumber })),
    ['leading zeros 42: 0042, 42'],
  ],
])('%s', async (_, bodies, expected) => {
  const inspections = await inspected(bodies.map(request))
  const remarks = guestRemarks(inspections.map((inspection, index) => ({ file: `${index}`, inspection })))
  expect(remarks.map(({ kind, value, others }) => `${kind} ${value}: ${others.join(', ')}`)).toEqual(expected)
})

test('a placeholder is added to those of the settings', () => {
  const remark = { kind: 'placeholder', value: '600100', others: [], events: [] } as const
  expect(placeholderRemedies([remark], ['999']).map(({ change }) => change)).toEqual([
    { settings: { placeholders: ['999', '600100'] } },
  ])
})
