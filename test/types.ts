/**
 * What the public types promise. Nothing here runs: the compiler checks it, and reports a mistake that compiles
 * (an unused `@ts-expect-error`) as well as a good line that does not.
 */
import type { Bundle, BundleOptions } from '../build/bundle/bundle'
import type { Config } from '../build/config/config'
import { createRuntime, type Receipt, type RuleName, type RuntimeOptions, type WebhookRequest } from '../build/runtime'
import { onRequest } from '../functions/on-request'
import type { Configuration } from '../shared/declare/configuration'
import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent, type EventDefinition } from '../shared/declare/event'
import { type Property, type PropertyType, property, type Reading } from '../shared/declare/property'
import { field, record } from '../shared/declare/record'
import type { Call, IdentifyMessage, TrackMessage } from '../shared/emit/call'
import { decimal } from '../shared/normalize/decimal'
import { flag } from '../shared/normalize/flag'
import { text } from '../shared/normalize/text'
import type { SettingDefinition } from '../shared/settings/definitions'
import type { Settings, UserIdSource } from '../shared/settings/settings'

/** The two types are one. */
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false
const isTrue = <Claim extends true>(claim?: Claim) => claim

// A property has the type of what its normaliser gives.
const club = property({ name: 'club', normalize: text })
const visits = property({ name: 'visits', type: 'number', normalize: decimal })
const member = property({ name: 'member', type: 'boolean', normalize: flag })
club satisfies Property<string>
visits satisfies Property<number>
member satisfies Property<boolean>
isTrue<Same<PropertyType, 'string' | 'number' | 'boolean' | 'object' | 'array'>>()

// @ts-expect-error a number is no text
visits satisfies Property<string>
// @ts-expect-error there is no such type
property({ name: 'club', type: 'text', normalize: text })
// @ts-expect-error a property is read somehow
property({ name: 'club' })
// @ts-expect-error a name is a list's item
property({ name: 'club', also: 'loyaltyClub', normalize: text })
// @ts-expect-error a section has a path
property({ name: 'club', sections: [{ as: ['name'] }], normalize: text })
// @ts-expect-error what completes a value gives one of its type
property({ name: 'visits', normalize: decimal, complete: () => 'many' })
// @ts-expect-error a declaration is not changed
club.name = 'other'

// A reading gives a property its own type, or nothing.
export function readAll(reading: Reading): void {
  reading.get(club) satisfies string | undefined
  reading.get(visits) satisfies number | undefined
  // @ts-expect-error it may be absent
  reading.get(visits) satisfies number
  // @ts-expect-error a number is no text
  reading.get(visits) satisfies string | undefined
}

// An event needs a name; the rest is what is particular to it.
const joined = defineEvent({ name: 'Club Joined', properties: [club, visits] })
joined satisfies EventDefinition
defineEvent({ name: 'A', aliases: ['C'], isProfile: true, ignores: ['cardNumber'] })

// People read when it fires and what it is good for, and what a property is.
describeEvent(joined, { firesWhen: 'a guest joins a club', goodFor: 'welcomes' })
describe(club, 'Club of the guest')
// @ts-expect-error nobody knows when it fires
describeEvent(joined, { goodFor: 'welcomes' })
// @ts-expect-error nobody knows what it is good for
describeEvent(joined, { firesWhen: 'a guest joins a club' })
// @ts-expect-error nobody knows what it is
describe(club)

// @ts-expect-error an event has a name
defineEvent({})
// @ts-expect-error a property is declared, not named
defineEvent({ name: 'Club Joined', properties: ['club'] })
// @ts-expect-error aliases are a list
defineEvent({ name: 'Club Joined', aliases: 'Joined' })
// @ts-expect-error there is no such member
defineEvent({ name: 'Club Joined', alias: ['Joined'] })
// @ts-expect-error a declaration is not changed
joined.isProfile = true

// A record names each member of its type, and reads each as that type.
interface Visit {
  store: string
  total?: number
}
record<Visit>({ store: field(text, 'text', 'store'), total: field(decimal, 'a number', 'total') })
// @ts-expect-error a member is missing
record<Visit>({ store: field(text, 'text', 'store') })
// @ts-expect-error text is no number
record<Visit>({ store: field(text, 'text', 'store'), total: field(text, 'text', 'total') })

// A call is one of two, and its type tells which.
export function look(call: Call): void {
  if (call.type === 'track') {
    call.message satisfies TrackMessage
    call.message.event satisfies string
    // @ts-expect-error a track call has no traits
    call.message.traits satisfies object
  } else {
    call.message satisfies IdentifyMessage
    call.message.traits satisfies object
    // @ts-expect-error an identify call has no event
    call.message.event satisfies string
  }
  call.message.userId satisfies string | undefined
  // @ts-expect-error there may be an anonymousId only
  call.message.userId satisfies string
  // @ts-expect-error when it is sent is Segment's to say
  call.message.sentAt satisfies unknown
}
const context = { library: { name: 'paytronix-segment-source', version: '1.0.0' } }
const trackMessage = { event: 'Check-In', properties: {}, context, messageId: 'm-1' }
;({ type: 'track', message: trackMessage }) satisfies Call
// @ts-expect-error a page is none of ours
;({ type: 'page', message: trackMessage }) satisfies Call
// @ts-expect-error an identify call has traits
;({ type: 'identify', message: trackMessage }) satisfies Call
// @ts-expect-error a call has its id
;({ type: 'track', message: { event: 'Check-In', properties: {}, context } }) satisfies Call
// @ts-expect-error an external id is an account's
;({ library: context.library, externalIds: [{ id: '1', type: 'email' }] }) satisfies TrackMessage['context']

// A setting is one of fourteen, and a choice is one of a few.
isTrue<
  Same<
    keyof Settings,
    | 'sharedSecret'
    | 'merchantId'
    | 'userIdFrom'
    | 'placeholders'
    | 'timeZone'
    | 'dateOrder'
    | 'phoneCountryCode'
    | 'cardNumber'
    | 'identify'
    | 'orders'
    | 'eventNames'
    | 'unknownEvents'
    | 'keepBodies'
    | 'omit'
  >
>()
isTrue<Same<Settings['cardNumber'], 'plain' | 'last4' | 'hash' | 'omit'>>()
isTrue<Same<Settings['identify'], 'always' | 'profile' | 'never'>>()
isTrue<Same<Settings['unknownEvents'], 'reject' | 'track'>>()
isTrue<Same<Settings['orders'], 'off' | 'track'>>()
isTrue<Same<Settings['dateOrder'], 'mdy' | 'dmy'>>()
isTrue<Same<Settings['keepBodies'], 'none' | 'rejected' | 'all'>>()
isTrue<Same<Settings['sharedSecret'], readonly string[]>>()
isTrue<
  Same<UserIdSource, 'userId' | 'accountId' | 'externalAccountCode' | 'username' | 'email' | 'printedCardNumber'>
>()
const omit: SettingDefinition & { name: keyof Settings } = {
  name: 'omit',
  label: 'Omit',
  description: 'What never to send',
  type: 'ARRAY',
  required: false,
  sensitive: false,
}
// @ts-expect-error a misspelt setting
;({ ...omit, name: 'ommit' }) satisfies SettingDefinition & { name: keyof Settings }
// @ts-expect-error Segment has no such type
;({ ...omit, type: 'NUMBER' }) satisfies SettingDefinition
declare const incomplete: Omit<SettingDefinition, 'sensitive'>
// @ts-expect-error Segment wants all six fields
incomplete satisfies SettingDefinition

// The configuration that is built in.
;({ eventAliases: { VISIT: 'Check-In' } }) satisfies Configuration
// @ts-expect-error an alias stands for a name
;({ eventAliases: { VISIT: ['Check-In'] } }) satisfies Configuration
;({ config: { eventAliases: {}, mappings: { club: { '@path': '$.club' } } } }) satisfies BundleOptions
// @ts-expect-error aliases may be none, but are told
;({ config: { mappings: {} } }) satisfies BundleOptions
export const environments = (config: Config): Config['environments'] => config.environments
// @ts-expect-error Segment has two regions
environments satisfies (config: Config) => Record<string, { region: 'us' }>
export const sizeOf = ({ code, bytes }: Bundle): [string, number] => [code, bytes]

// The local runtime takes what differs from Segment, and nothing else.
;({
  settings: { merchantId: '7' },
  timeLimitMs: 100,
  now: () => 0,
  formBodies: 'parsed',
  rules: { functionRealm: false, deduplication: false },
  retry: { attempts: 2, wait: async () => undefined },
}) satisfies RuntimeOptions
// @ts-expect-error a misspelt option
;({ timeLimit: 100 }) satisfies RuntimeOptions
// @ts-expect-error a misspelt rule
;({ rules: { functionRealms: false } }) satisfies RuntimeOptions
// @ts-expect-error a rule holds or does not
;({ rules: { functionRealm: 'no' } }) satisfies RuntimeOptions
// @ts-expect-error bodies are text or parsed
;({ formBodies: 'json' }) satisfies RuntimeOptions
'leakAfterThrow' satisfies RuleName
// @ts-expect-error there is no such rule
'leaks' satisfies RuleName

export async function receive(request: WebhookRequest): Promise<Receipt> {
  const runtime = createRuntime('', { rules: {} })
  // @ts-expect-error a request has a body
  await runtime.receive({ headers: {} })
  // @ts-expect-error settings are an object
  await runtime.receive(request, 'settings')
  await runtime.close()
  return runtime.receive(request, { merchantId: '7' })
}

// What Segment calls takes a request and whatever settings there are, and gives nothing back.
type Arguments = Parameters<typeof onRequest>
isTrue<Same<Arguments[1], unknown>>()
onRequest satisfies (...sent: Arguments) => Promise<void>
// @ts-expect-error it gives nothing back
onRequest satisfies (...sent: Arguments) => Promise<Call[]>
