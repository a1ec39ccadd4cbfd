import { foldName } from '../json/keys'
import { problem } from '../json/problem'
import { isTimeZone } from '../json/time-zone'
import { isBlank, isObject, isTooLong, type JsonObject, shapeOf } from '../json/values'
import { phone } from '../normalize/phone'

/** The identifiers that may become the userId, by their names in the setting `userIdFrom`. */
export const userIdSources = [
  'userId',
  'accountId',
  'externalAccountCode',
  'username',
  'email',
  'printedCardNumber',
] as const
export type UserIdSource = (typeof userIdSources)[number]

/** The settings that are a choice, the default first. */
export const choices = {
  /** Whether `7/8/2025` begins with the month or with the day. */
  dateOrder: ['mdy', 'dmy'],
  cardNumber: ['plain', 'last4', 'hash', 'omit'],
  identify: ['always', 'profile', 'never'],
  orders: ['off', 'track'],
  unknownEvents: ['reject', 'track'],
  keepBodies: ['none', 'rejected', 'all'],
} as const
type Choices = { readonly [Name in keyof typeof choices]: (typeof choices)[Name][number] }
const choiceEntries = Object.entries(choices)

/** The settings of one request, checked and with their defaults. */
export interface Settings extends Choices {
  /** The secrets of which a request must carry one; none when every request passes. */
  readonly sharedSecret: readonly string[]
  readonly merchantId: string | undefined
  readonly userIdFrom: readonly UserIdSource[]
  /** Folded values that stand for nobody. */
  readonly placeholders: ReadonlySet<string>
  /** IANA name of the zone of times that carry no offset. */
  readonly timeZone: string
  /** The digits of the country code of phones without one, or `none`. */
  readonly phoneCountryCode: string
  /** New names of events, by the folded name or alias that they replace. */
  readonly eventNames: ReadonlyMap<string, string>
  /** Folded names of the properties and traits never to send. */
  readonly omit: ReadonlySet<string>
}

type SettingName = keyof Settings

/**
 * Checks Segment's settings and fills in defaults. A blank value counts as absent. `isKnownName` tells whether a folded
 * name is a property or trait that can be omitted.
 * @throws ValidationError that names the setting and the expected value.
 */
export function readSettings(sent: unknown, isKnownName: (name: string) => boolean): Settings {
  const given = isObject(sent) ? sent : {}
  const code = textOf(given.phoneCountryCode, 'phoneCountryCode', codeExpected, isCountryCode)
  const phoneCountryCode = code?.replace('+', '') ?? '1'
  const settings: Settings = {
    sharedSecret: readSecrets(given),
    merchantId: textOf(given.merchantId, 'merchantId', 'text'),
    userIdFrom: readUserIdFrom(given),
    placeholders: readPlaceholders(given, phoneCountryCode),
    timeZone: textOf(given.timeZone, 'timeZone', zoneExpected, isTimeZone) ?? 'America/New_York',
    phoneCountryCode,
    ...readChoices(given),
    eventNames: readEventNames(given),
    omit: readOmit(given, isKnownName),
  }
  if (settings.cardNumber !== 'plain' && settings.userIdFrom.includes('printedCardNumber')) {
    throw wrong('userIdFrom', 'no "printedCardNumber" while cardNumber is not "plain"', given.userIdFrom)
  }
  return settings
}

/** The secrets alone, which are needed before anything else is looked at. Blanks part two of them. */
export function readSecrets(sent: unknown): readonly string[] {
  return textOf(isObject(sent) ? sent.sharedSecret : undefined, 'sharedSecret', 'text')?.split(/\s+/) ?? []
}

function readChoices(given: JsonObject): Choices {
  const chosen: Record<string, string> = {}
  for (const [name, allowed] of choiceEntries) {
    chosen[name] = textOf(given[name], name, allowed) ?? allowed[0]
  }
  return chosen as Choices // one of what is allowed under each name
}

/** Reads a list of texts, without the blanks in it. */
function readList(given: JsonObject, name: SettingName, expected: string, isAllowed?: IsAllowed): readonly string[] {
  const value = given[name]
  if (isBlank(value)) return []
  if (!Array.isArray(value)) throw wrong(name, expected, value)
  return value.flatMap((item) => textOf(item, name, expected, isAllowed) ?? [])
}

/** What a text must be, as one says it or as the texts that are allowed. */
type Expected = string | readonly string[]
type IsAllowed = (text: string) => boolean

/** The text of a setting, or of an item in one; undefined for a blank. */
function textOf(value: unknown, name: string, expected: Expected, isAllowed?: IsAllowed): string | undefined {
  if (isBlank(value)) return undefined
  const text = typeof value === 'string' && !isTooLong(value) ? value.trim() : undefined
  const isChoice = typeof expected !== 'string'
  if (text !== undefined && (isChoice ? expected.includes(text) : isAllowed?.(text) !== false)) return text
  throw wrong(name, isChoice ? oneOf(expected) : expected, value)
}

const zoneExpected = 'an IANA time zone, such as "America/New_York" or "UTC"'
const codeExpected = 'the digits of a country code, such as "44", or "none"'
const idsExpected = `a list, each ${oneOf(userIdSources)}`

function isCountryCode(written: string): boolean {
  return /^\+?([1-9]\d{0,2}|none)$/.test(written)
}

function readUserIdFrom(given: JsonObject): readonly UserIdSource[] {
  const list = readList(given, 'userIdFrom', idsExpected, (item) => userIdSources.some((one) => one === item))
  return list.length > 0 ? (list as readonly UserIdSource[]) : ['userId', 'accountId'] // it allows no other
}

/** Adds each phone also in its emitted form, so that the setting may use any spelling. */
function readPlaceholders(given: JsonObject, countryCode: string): ReadonlySet<string> {
  const values = readList(given, 'placeholders', 'a list of ids, cards, e-mails and phones')
  return foldedSet(values.flatMap((value) => [value, phone(value, countryCode) ?? value]))
}

function readEventNames({ eventNames }: JsonObject): ReadonlyMap<string, string> {
  const expected = 'an object of event names, each of at most 1,024 bytes'
  if (isBlank(eventNames)) return new Map()
  if (!isObject(eventNames)) throw wrong('eventNames', expected, eventNames)
  const renamed = new Map<string, string>()
  // What is set last wins: of two spellings of one name, the alphabetically first.
  for (const [from, to] of Object.entries(eventNames).sort(([one], [other]) => (one < other ? 1 : -1))) {
    const name = textOf(to, 'eventNames', expected, (text) => !isTooLong(text, 1024))
    if (name !== undefined) renamed.set(foldName(from), name)
  }
  return renamed
}

/** A misspelt name would let through a property that must not be sent, so it is an error. */
function readOmit(given: JsonObject, isKnownName: IsAllowed): ReadonlySet<string> {
  const expected = 'a list of names of properties or traits, such as "birthday" or "survey_answers"'
  return foldedSet(readList(given, 'omit', expected, (name) => isKnownName(foldName(name))))
}

/** Settings are read with each request, and most lists are not set. */
const none: ReadonlySet<string> = new Set()

function foldedSet(texts: readonly string[]): ReadonlySet<string> {
  return texts.length === 0 ? none : new Set(texts.map(foldName))
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.map((name) => `"${name}"`).join(', ')}`
}

function wrong(name: string, expected: string, value: unknown): Error {
  const received = typeof value === 'string' ? 'another text' : shapeOf(value)
  return new ValidationError(problem(`settings.${name}`, expected, received, "correct it in the source's settings"))
}
