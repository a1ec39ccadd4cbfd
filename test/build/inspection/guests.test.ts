import { unconfigured } from '../../../build/config/config'
import { createInspect, type Inspect, type InspectedBody, splitGuests } from '../../../build/inspection'

let inspect: Inspect
beforeAll(async () => {
  inspect = await createInspect(unconfigured)
})

type Body = Record<string, unknown>

/** The guests who are split, each in short. */
async function splits(bodies: readonly (Body | readonly Body[])[], settings: Body = {}) {
  const request = (body: number) => ({ body: JSON.stringify(bodies[body]) })
  const inspected: InspectedBody[] = []
  for (const body of bodies.keys())
    inspected.push({ file: `${body}`, inspection: await inspect(request(body), settings) })
  const guests = await splitGuests(inspected, (body, changed) => inspect(request(body), { ...settings, ...changed }))
  return guests.map(({ kind, accounts, cards, ids, remedies, leavesAnonymous }) => ({
    what: `${kind} of ${[...accounts, ...cards].join()}`,
    in: ids.map((id) => id.events.map(({ file, index }) => `${file}.${index}`).join(' ')),
    cure: [...remedies.map(({ setting, value }) => `${setting}=${value}`), ...(leavesAnonymous ? ['partly'] : [])],
  }))
}

const visit = (body: Body): Body => ({ event: 'Check-In', ...body })
const ownId = visit({ userId: 'G', accountId: 5 })
const account = visit({ accountId: 5 })
const card = visit({ cardNumber: '60', merchantId: 1 })
const nameless = visit({ cardNumber: '60' })

const cases: [string, Parameters<typeof splits>[0], Body, Awaited<ReturnType<typeof splits>>][] = [
  ['nobody, when everyone has one id', [account, account, visit({ accountId: 6 })], {}, []],
  [
    'nobody, when a card joins its account by the identify call',
    [visit({ accountId: 5, cardNumber: '60' }), nameless],
    {},
    [],
  ],
  [
    'a guest whose own id is not always sent',
    [ownId, account],
    {},
    [{ what: 'userId of 5', in: ['0.0', '1.0'], cure: ['userIdFrom=accountId'] }],
  ],
  [
    'a guest within one body',
    [[account, ownId, account]],
    {},
    [{ what: 'userId of 5', in: ['0.0 0.2', '0.1'], cure: ['userIdFrom=accountId'] }],
  ],
  [
    'a guest who is only known by account and card together',
    [visit({ userId: 'G', cardNumber: '60' }), visit({ accountId: 5, cardNumber: '60' }), account],
    {},
    [
      {
        what: 'userId of 5,60',
        in: ['0.0', '1.0 2.0'],
        cure: ['userIdFrom=accountId', 'userIdFrom=printedCardNumber', 'partly'],
      },
    ],
  ],
  [
    'a card whose merchant is only sometimes named',
    [card, nameless],
    {},
    [{ what: 'anonymousId of 60', in: ['0.0', '1.0'], cure: ['merchantId=1', 'userIdFrom=printedCardNumber'] }],
  ],
  ['not that card, when the setting names the merchant', [card, nameless], { merchantId: '1' }, []],
  ['not two cards of one number, of two merchants', [card, visit({ cardNumber: '60', merchantId: 2 })], {}, []],
  [
    'not who has a placeholder for an account',
    [visit({ accountId: 0, userId: 'A' }), visit({ accountId: 0, userId: 'B' })],
    {},
    [],
  ],
  [
    'an account with two cards and no user id',
    [visit({ accountId: 5, cardNumber: '60' }), visit({ accountId: 5, cardNumber: '61' })],
    { userIdFrom: ['userId'] },
    [{ what: 'anonymousId of 5,60,61', in: ['0.0', '1.0'], cure: ['userIdFrom=accountId'] }],
  ],
  [
    'whom no setting helps',
    [visit({ userId: 'A', cardNumber: '60' }), visit({ userId: 'B', cardNumber: '60' })],
    { cardNumber: 'hash' },
    [{ what: 'userId of 60', in: ['0.0', '1.0'], cure: [] }],
  ],
  ['nobody of a rejected event', [account, { event: 'No Such Event', userId: 'G', accountId: 5 }], {}, []],
]
test.each(cases)('Segment would split %s', async (_, bodies, settings, expected) => {
  expect(await splits(bodies, settings)).toEqual(expected)
})
