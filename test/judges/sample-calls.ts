import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { caseFiles, requestOf } from '../case-files'
import { type Outcome, type Request, runSources } from '../outcome'
import type { Recorded } from '../segment-globals'
import { webhookCases } from '../webhook-cases'

/** A request with a sample body, and where the body stands. */
export interface SampleRequest {
  readonly place: string
  readonly request: Request
}

/** A call as Segment receives it, and what it depends on. */
export interface SampleCall {
  readonly place: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly call: {
    readonly type: 'identify' | 'track'
    readonly event?: string
    readonly properties?: Readonly<Record<string, unknown>>
    readonly traits?: Readonly<Record<string, unknown>>
    readonly [member: string]: unknown
  }
}

/** The forms in which a body may be sent: the settings that change calls, one value after another. */
export const forms: readonly (readonly [name: string, settings: Readonly<Record<string, unknown>>])[] = [
  ['without settings', {}],
  ['as orders, too', { orders: 'track' }],
  ['under other names', { eventNames: { 'Check-In': 'Visit', 'POS Activity': 'Visit', Referral: 'Friend' } }],
  ['with the last digits of cards', { merchantId: '1000', cardNumber: 'last4' }],
  ['with hashed cards', { merchantId: '1000', cardNumber: 'hash' }],
  ['without cards', { cardNumber: 'omit' }],
  ['with profiles only', { identify: 'profile' }],
  ['without profiles', { identify: 'never' }],
  ['also when the type is unknown', { unknownEvents: 'track' }],
  ['with every body', { keepBodies: 'all' }],
  ['with rejected bodies', { keepBodies: 'rejected' }],
  ['with phones as they were sent', { phoneCountryCode: 'none' }],
  ['in another country', { phoneCountryCode: '44', timeZone: 'Europe/London', dateOrder: 'dmy' }],
  ['with other ids', { userIdFrom: ['email', 'username', 'externalAccountCode'], placeholders: ['51830427'] }],
  ['without some properties', { omit: ['address', 'first_name', 'wallets_info', 'products', 'store_name'] }],
]

const destinationBodies = path.join(__dirname, '..', 'destinations', 'bodies')

/** Every body of the repository that is a request by itself. */
export const sampleRequests: readonly SampleRequest[] = readRequests()

function readRequests(): SampleRequest[] {
  const webhooks = webhookCases().map(({ event, name, body }) => ({ place: `${event}/${name}`, request: { body } }))
  const forTools = readdirSync(destinationBodies).map((file) => ({
    place: `destinations/${file}`,
    request: { body: readFileSync(path.join(destinationBodies, file), 'utf8') },
  }))
  // A case with a configuration runs in the built script alone. One of growth is too large to be sent so often.
  const cases = caseFiles().flatMap(({ name, cases }) =>
    cases
      .filter(({ config, expect }) => config === undefined && expect.linear === undefined)
      .flatMap(({ what, requests }) => requests.map((one) => ({ place: `${name}: ${what}`, request: requestOf(one) }))),
  )
  return [...webhooks, ...forTools, ...cases]
}

/** The calls of every sample, sent in one form. What a sample sets itself stays. */
export async function callsIn(form: Readonly<Record<string, unknown>>, recorded: Recorded): Promise<SampleCall[]> {
  const calls: SampleCall[] = []
  for (const { place, request } of sampleRequests) {
    const settings = { ...form, ...request.settings }
    const outcome = await runSources({ ...request, settings }, recorded)
    if (request.settings === undefined && outcome.error?.name === 'ValidationError')
      throw new Error(outcome.error.message)
    calls.push(...callsOf(outcome, place, settings))
  }
  return calls
}

export function callsOf(outcome: Outcome, place: string, settings: SampleCall['settings'] = {}): SampleCall[] {
  // What the function gives Segment; the tests go on to check it.
  return (outcome.calls as SampleCall['call'][]).map((call) => ({ place, settings, call }))
}
