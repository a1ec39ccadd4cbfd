import {
  accountOf,
  assemble,
  cardOf,
  type Fragment,
  guestOf,
  merchantOf,
  noAccount,
  storeOf,
  timeOf,
} from './fragments'
import type { Random } from './random'
import type { SoakEvent } from './timeline'
import { writeTime } from './times'
import { balancesOf, changesOf } from './wallets'

type Make = (event: SoakEvent, random: Random) => Fragment

/** What is particular to some kinds of events, beside whom they are about and where. */
const particulars: Readonly<Record<string, Make>> = {
  'POS Activity': (event, random) =>
    assemble(timeOf(event, random, 'posTransactionDatetime'), changesOf(event, random), checkOf(event), {
      result: 'authorizedSuccess',
    }),
  'Identify Customer': (event, random) => assemble(timeOf(event, random), balancesOf(event, random)),
  'Web Registration': (event, random) =>
    assemble(timeOf(event, random), {
      style: 'typed',
      setUserFields: { username: [event.guest.email], dateOfBirth: ['1988-02-09'], favoriteStore: [{ code: '0042' }] },
    }),
  Referral: (event, random) =>
    assemble(timeOf(event, random), {
      referral: { code: `HARBOR-${event.number}`, date: '2025-06-01', friend: { email: 'friend@example.com' } },
    }),
  'Check-In': (event, random) =>
    assemble(timeOf(event, random, 'checkinTime'), { shortCardNumber: '417', expirationTime: '2025-12-01T12:00:00Z' }),
  'Recharge Value': (event, random) =>
    assemble(random.chance(0.5) ? timeOf(event, random) : {}, {
      amount: '40.00',
      cardNumber: '4111111111111111',
      chargeResponse: {
        transactionDatetime: writeTime(event.at, random),
        transactionState: 'Succeeded',
        lastFour: '0000',
      },
      paymentMethod: { type: 'CREDIT_CARD', token: 'SAMPLE-NOT-A-TOKEN' },
    }),
  'Survey Completion': (event, random) =>
    assemble(timeOf(event, random), {
      survey: { code: 'SV-0018', answers: [{ question: 'How was the food?', answer: random.pick(['5', 5, true]) }] },
    }),
  'Loyalty Registration': (event, random) =>
    assemble(timeOf(event, random), balancesOf(event, random), {
      registrationCode: '000000',
      oauthTokens: { access_token: 'SAMPLE-NOT-A-TOKEN', printedCardNumber: '99' },
    }),
  'Add/Redeem': (event, random) =>
    assemble(timeOf(event, random, 'transactionDatetime'), changesOf(event, random), balancesOf(event, random)),
  'Session Concluded': (event, random) => assemble(timeOf(event, random), { sessionId: `hg-${event.number}` }),
}

/** Whether the body of an event names the card: one of a registered guest need not. */
export function showsCard({ standing, number }: SoakEvent): boolean {
  return standing !== 'registered' || number % 4 !== 0
}

/** An event as Paytronix might tell of it, its names in camel case and nothing around it. The type is left out. */
export function bodyOf(event: SoakEvent, random: Random): Fragment {
  const { guest, standing, kind } = event
  const particular = particulars[kind] ?? timeOf
  return assemble(
    particular(event, random),
    showsCard(event) ? cardOf(guest, random) : {},
    standing === 'card only' ? noAccount(random) : assemble(accountOf(guest, random), guestOf(guest, random)),
    merchantOf(random),
    storeOf(random),
  )
}

function checkOf({ number }: SoakEvent): Fragment {
  return { check: { number: `${number}`, subtotal: '46.75', tax: 3.74, total: '50.49', items: [{ name: 'Chowder' }] } }
}
