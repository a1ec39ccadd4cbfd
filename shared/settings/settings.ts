import { foldName } from '../json/keys'
import { problem } from '../json/problem'
import { isTimeZone } from '../json/time-zone'
import { isBlank, isObject, isTooLong, type JsonObject, shapeOf } from '../json/values'
import { phone } from '../normalize/phone'

/** The identifiers that can become the userId, by their names in the setting `userIdFrom`. */
export const userIdSources = [
  'userId',
  'accountId',
  'externalAccountCode',
  'username',
  'email',
  'printedCardNumber',
] as const
export type UserIdSource = (typeof userIdSources)[number]

/** The settings with fixed choices. The first choice is the default. */
export const choices = {
  dateOrder: ['mdy', 'dmy'],
  cardNumber: ['plain', 'last4', 'hash', 'omit'],
  identify: ['always', 'profile', 'never'],
  orders: ['off', 'track'],
  unknownEvents: ['reject', 'track'],
  keepBodies: ['none', 'rejected', 'all'],
} as const
type Choice<Name extends keyof typeof choices> = (typeof choices)[Name][number]

/** The settings of one request, checked and with their defaults. */
export interface Settings {
  /** A request must carry one of these secrets. Empty when every request is accepted. */
  readonly sharedSecret: readonly string[]
  readonly merchantId: string | undefined
  readonly userIdFrom: readonly UserIdSource[]
  /** Folded values that identify no guest. */
  readonly placeholders: ReadonlySet<string>
  /** The IANA zone of times without an offset. */
  readonly timeZone: string
  /** Whether `7/8/2025` begins with the month or with the day. */
  readonly dateOrder: Choice<'dateOrder'>
  /** The digits of the country code of phones without one, or `none`. */
  readonly phoneCountryCode: string
  readonly cardNumber: Choice<'cardNumber'>
  readonly identify: Choice<'identify'>
  readonly orders: Choice<'orders'>
  /** New names of events, by the folded name or alias that they replace. */
  readonly eventNames: ReadonlyMap<string, string>
  readonly unknownEvents: Choice<'unknownEvents'>
  readonly keepBodies: Choice<'keepBodies'>
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
  const raw = isObject(sent) ? sent : {}
  const settings: Settings = {
    sharedSecret: readSecrets(raw),
    merchantId: readText(raw, 'merchantId'),
    userIdFrom: readUserIdFrom(raw),
    placeholders: readPlaceholders(raw),
    timeZone: readTimeZone(raw),
    dateOrder: readChoice(raw, 'dateOrder'),
    phoneCountryCode: readPhoneCountryCode(raw),
    cardNumber: readChoice(raw, 'cardNumber'),
    identify: readChoice(raw, 'identify'),
    orders: readChoice(raw, 'orders'),
    eventNames: readEventNames(raw),
    unknownEvents: readChoice(raw, 'unknownEvents'),
    keepBodies: readChoice(raw, 'keepBodies'),
    omit: readOmit(raw, isKnownName),
  }
  if (settings.cardNumber !== 'plain' && settings.userIdFrom.includes('printedCardNumber')) {
    throw wrong('userIdFrom', 'no "printedCardNumber" while cardNumber is not "plain"', raw.userIdFrom)
  }
  return settings
}

/** Reads only the secrets, which are needed before anything else. Blanks separate two secrets. */
export function readSecrets(sent: unknown): readonly string[] {
  const text = isObject(sent) ? readText(sent, 'sharedSecret') : undefined
  return text === undefined ? [] : text.split(/\s+/)
}

function readText(raw: JsonObject, name: SettingName, expected = 'text'): string | undefined {
  const value = raw[name]
  if (isBlank(value)) return undefined
  if (typeof value !== 'string' || isTooLong(value)) throw wrong(name, expected, value)
  return value.trim()
}

function readChoice<Name extends keyof typeof choices>(raw: JsonObject, name: Name): Choice<Name> {
  const allowed: readonly Choice<Name>[] = choices[name]
  const [usual] = allowed
  if (isBlank(raw[name]) && usual !== undefined) return usual
  const value = readText(raw, name, oneOf(allowed))
  const choice = allowed.find((one) => one === value)
  if (choice === undefined) throw wrong(name, oneOf(allowed), value)
  return choice
}

/** Reads a list of texts with `read`. An item for which it returns undefined is not allowed. */
function readList<T>(raw: JsonObject, name: SettingName, expected: string, read: (item: string) => T | undefined): T[] {
  const value = raw[name]
  if (isBlank(value)) return []
  if (!Array.isArray(value)) throw wrong(name, expected, value)
  return value
    .filter((item) => !isBlank(item))
    .map((item) => {
      const result = typeof item === 'string' ? read(item.trim()) : undefined
      if (result === undefined) throw wrong(name, expected, item)
      return result
    })
}

const idsExpected = `a list, each ${oneOf(userIdSources)}`

function readUserIdFrom(raw: JsonObject): readonly UserIdSource[] {
  const list = readList(raw, 'userIdFrom', idsExpected, (item) => userIdSources.find((one) => one === item))
  return list.length > 0 ? list : ['userId', 'accountId']
}

function readTimeZone(raw: JsonObject): string {
  const expected = 'an IANA time zone, such as "America/New_York" or "UTC"'
  const zone = readText(raw, 'timeZone', expected) ?? 'America/New_York'
  if (!isTimeZone(zone)) throw wrong('timeZone', expected, zone)
  return zone
}

/** Adds each phone also in its emitted form, so that the setting may use any spelling. */
function readPlaceholders(raw: JsonObject): ReadonlySet<string> {
  const values = readList(raw, 'placeholders', 'a list of ids, cards, e-mails and phones', (item) => item)
  const code = readPhoneCountryCode(raw)
  return new Set(values.flatMap((value) => [value, phone(value, code) ?? value]).map(foldName))
}

function readPhoneCountryCode(raw: JsonObject): string {
  const expected = 'the digits of a country code, such as "44", or "none"'
  const code = (readText(raw, 'phoneCountryCode', expected) ?? '1').replace(/^\+/, '')
  if (!/^(?:[1-9]\d{0,2}|none)$/.test(code)) throw wrong('phoneCountryCode', expected, code)
  return code
}

function readEventNames(raw: JsonObject): ReadonlyMap<string, string> {
  const value = raw.eventNames
  if (isBlank(value)) return new Map()
  const expected = 'an object of event names, each of at most 1,024 bytes'
  if (!isObject(value)) throw wrong('eventNames', expected, value)
  const renamed = Object.entries(value).filter(([, name]) => !isBlank(name))
  // The last one set wins. For two spellings of one name, this is the alphabetically first.
  renamed.sort(([one], [other]) => (one < other ? 1 : -1))
  return new Map(
    renamed.map(([from, name]) => {
      if (typeof name !== 'string' || isTooLong(name, 1024)) throw wrong('eventNames', expected, name)
      return [foldName(from), name.trim()]
    }),
  )
}

/** A misspelt name would let through a property that must not be sent, so it is an error. */
function readOmit(raw: JsonObject, isKnownName: (name: string) => boolean): ReadonlySet<string> {
  const expected = 'a list of names of properties or traits, such as "birthday" or "survey_answers"'
  return new Set(readList(raw, 'omit', expected, (item) => (isKnownName(foldName(item)) ? foldName(item) : undefined)))
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.map((name) => `"${name}"`).join(', ')}`
}

function wrong(name: SettingName, expected: string, value: unknown): Error {
  const received = typeof value === 'string' ? 'another text' : shapeOf(value)
  return new ValidationError(problem(`settings.${name}`, expected, received, "correct it in the source's settings"))
}
