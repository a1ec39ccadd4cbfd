import { events } from '../../functions/events'
import type { Outcome } from '../outcome'
import { grammar, sender } from './run'

const send = sender()
const kept = { keepBodies: 'all' }
const good = { type: 'Check-In', userId: 'U-1' }

const typeMessage = (index: number, type = 'FOO_BAR') =>
  `event[${index}].type: expected a Paytronix event type, received "${type}"; add it to eventAliases or set unknownEvents to "track"`
describe('what guests and senders keep secret', () => {
  const marker = 'mArKeR'
  const hostile: unknown[] = [{ [marker]: marker }, [marker, marker], [[marker], 1.5], true]
  const names = [
    ...[
      'firstName',
      'lastName',
      'email',
      'phone',
      'mobilePhone',
      'username',
      'dateOfBirth',
      'birthday',
      'optIn',
      'textCampaignOptIn',
    ],
    ...[
      'address',
      'addresses',
      'printedCardNumber',
      'cardNumber',
      'accountId',
      'accountIds',
      'userId',
      'externalAccountCode',
    ],
    ...[
      'merchantId',
      'storeName',
      'storeCode',
      'storeLatitude',
      'storeCity',
      'transactionId',
      'posTransactionId',
      'channel',
      'result',
    ],
    ...[
      'wallets',
      'walletBalances',
      'details',
      'wallets_info',
      'timestamp',
      'eventId',
      'amount',
      'currency',
      'expirationTime',
    ],
    ...[
      'sessionId',
      'checkNumber',
      'subtotal',
      'surveyCode',
      'surveyName',
      'answers',
      'referralCode',
      'referredAccountId',
    ],
    ...['addWalletContents', 'redeemWalletContents', 'tierCode', 'tierLabel', 'cardTemplateCode', 'transactionState'],
    ...['latitude', 'longitude', 'country', 'state', 'postalCode'],
  ]
  const sections = [
    'guest',
    'fields',
    'account',
    'card',
    'cardInfo',
    'store',
    'headerInfo',
    'transaction',
    'check',
    'survey',
  ]

  const said = ({ error, warnings, errors }: Outcome) => [error?.message ?? '', ...warnings, ...errors]

  test.each(events.map(({ name }) => name))('no message about %s shows', async (type) => {
    for (const value of hostile) {
      const members = Object.fromEntries(names.map((name) => [name, value]))
      const inside = Object.fromEntries(sections.map((name) => [name, members]))
      for (const event of [
        { type, ...members },
        { type, ...inside },
        { type, data: { ...members, ...inside } },
        { type, ...inside, userId: 'U-1' },
      ]) {
        for (const settings of [{}, kept]) {
          const lines = said(await send([event, event], { settings }))
          expect(lines.filter((line) => line.includes(marker))).toEqual([])
          expect(
            lines.filter((line) => line !== '' && !grammar.test(line.replace(/ \(and 1 more rejected\)$/, ''))),
          ).toEqual([])
        }
      }
    }
  })

  test('each unreadable value is told of once', async () => {
    const event = Object.fromEntries(names.map((name) => [name, { [marker]: 1 }]))
    const { warnings } = await send({ type: 'POS Activity', ...event, userId: 'U-1', guest: event })
    const told = warnings.map((line) => line.replace(/[:.[].*$/, '').concat(line.slice(0, line.indexOf(':'))))
    expect(new Set(told).size).toBe(warnings.length)
    expect(warnings.length).toBeGreaterThan(30)
  })

  test.each([
    ['a number', 1.5, 'a number'],
    ['true', true, 'a boolean'],
    ['an object', { given: 'Dana' }, 'an object'],
    ['a list of two', [1, 2], 'an array of 2'],
    ['a long text', 'x'.repeat(8193), 'a string of over 8,192 bytes'],
  ])('is told of by its type or shape: %s', async (_, firstName, shape) => {
    const { warnings } = await send([good, { ...good, n: 1, firstName }])
    expect(warnings).toEqual([`event[1].first_name: expected text, received ${shape}; left out`])
  })

  test('only a type is quoted, and what stands beside it is not', async () => {
    const outcome = await send({
      type: 'FOO',
      firstName: marker,
      email: `${marker}@e.org`,
      [marker]: marker,
      pin: marker,
    })
    expect(outcome.error?.message).toBe(typeMessage(0, 'FOO'))
  })
})
