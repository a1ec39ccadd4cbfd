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
  /** The secrets of which a request must carry one; none when every request passes. */
  readonly sharedSecret: readonly string[]
  readonly merchantId: string | undefined
  readonly userIdFrom: readonly UserIdSource[]
  /** Folded values that stand for nobody. */
  readonly placeholders: ReadonlySet<string>
  /** IANA name of the zone of times that carry no offset. */
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
 * Checks the settings Segment hands over and fills in defaults; a blank value is absent. `isKnownName` says of a
 * folded name whether it is a property or trait that could be omitted.
 * @throws ValidationError naming the setting and what it may be.
 */
export function readSettings(sent: unknown, isKnownName: (name: string) => boolean): Settings {
  const given = isObject(sent) ? sent : {}
  const settings: Settings = {
    sharedSecret: readSecrets(given),
    merchantId: readText(given, 'merchantId'),
    userIdFrom: readUserIdFrom(given),
    placeholders: readPlaceholders(given),
    timeZone: readTimeZone(given),
    dateOrder: readChoice(given, 'dateOrder'),
    phoneCountryCode: readPhoneCountryCode(given),
    cardNumber: readChoice(given, 'cardNumber'),
    identify: readChoice(given, 'identify'),
    orders: readChoice(given, 'orders'),
    eventNames: readEventNames(given),
    unknownEvents: readChoice(given, 'unknownEvents'),
    keepBodies: readChoice(given, 'keepBodies'),
    omit: readOmit(given, isKnownName),
  }
  if (settings.cardNumber !== 'plain' && settings.userIdFrom.includes('printedCardNumber')) {
    throw wrong('userIdFrom', 'no "printedCardNumber" while cardNumber is not "plain"', given.userIdFrom)
  }
  return settings
}

/** The secrets alone, which are needed before anything else is looked at. Blanks part two of them. */
export function readSecrets(sent: unknown): readonly string[] {
  const text = isObject(sent) ? readText(sent, 'sharedSecret') : undefined
  return text === undefined ? [] : text.split(/\s+/)
}

function readText(given: JsonObject, name: SettingName, expected = 'text'): string | undefined {
  const value = given[name]
  if (isBlank(value)) return undefined
  if (typeof value !== 'string' || isTooLong(value)) throw wrong(name, expected, value)
  return value.trim()
}

function readChoice<Name extends keyof typeof choices>(given: JsonObject, name: Name): Choice<Name> {
  const allowed: readonly Choice<Name>[] = choices[name]
  const [usual] = allowed
  if (isBlank(given[name]) && usual !== undefined) return usual
  const value = readText(given, name, oneOf(allowed))
  const choice = allowed.find((one) => one === value)
  if (choice === undefined) throw wrong(name, oneOf(allowed), value)
  return choice
}

/** A list's texts, each as `read` has it; what it makes undefined is not allowed. */
function readList<T>(
  given: JsonObject,
  name: SettingName,
  expected: string,
  read: (item: string) => T | undefined,
): T[] {
  const value = given[name]
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

function readUserIdFrom(given: JsonObject): readonly UserIdSource[] {
  const list = readList(given, 'userIdFrom', idsExpected, (item) => userIdSources.find((one) => one === item))
  return list.length > 0 ? list : ['userId', 'accountId']
}

function readTimeZone(given: JsonObject): string {
  const expected = 'an IANA time zone, such as "America/New_York" or "UTC"'
  const zone = readText(given, 'timeZone', expected) ?? 'America/New_York'
  if (!isTimeZone(zone)) throw wrong('timeZone', expected, zone)
  return zone
}

/** A phone is also compared as it is emitted, so that one may be given in any spelling. */
function readPlaceholders(given: JsonObject): ReadonlySet<string> {
  const values = readList(given, 'placeholders', 'a list of ids, cards, e-mails and phones', (item) => item)
  const code = readPhoneCountryCode(given)
  return new Set(values.flatMap((value) => [value, phone(value, code) ?? value]).map(foldName))
}

function readPhoneCountryCode(given: JsonObject): string {
  const expected = 'the digits of a country code, such as "44", or "none"'
  const code = (readText(given, 'phoneCountryCode', expected) ?? '1').replace(/^\+/, '')
  if (!/^(?:[1-9]\d{0,2}|none)$/.test(code)) throw wrong('phoneCountryCode', expected, code)
  return code
}

function readEventNames(given: JsonObject): ReadonlyMap<string, string> {
  const value = given.eventNames
  if (isBlank(value)) return new Map()
  const expected = 'an object of event names, each of at most 1,024 bytes'
  if (!isObject(value)) throw wrong('eventNames', expected, value)
  const renamed = Object.entries(value).filter(([, name]) => !isBlank(name))
  // What is set last wins: of two spellings of one name, the alphabetically first.
  renamed.sort(([one], [other]) => (one < other ? 1 : -1))
  return new Map(
    renamed.map(([from, name]) => {
      if (typeof name !== 'string' || isTooLong(name, 1024)) throw wrong('eventNames', expected, name)
      return [foldName(from), name.trim()]
    }),
  )
}

/** A misspelt name would let through just what was meant to stay, so it is an error. */
function readOmit(given: JsonObject, isKnownName: (name: string) => boolean): ReadonlySet<string> {
  const expected = 'a list of names of properties or traits, such as "birthday" or "survey_answers"'
  return new Set(
    readList(given, 'omit', expected, (item) => (isKnownName(foldName(item)) ? foldName(item) : undefined)),
  )
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.map((name) => `"${name}"`).join(', ')}`
}

function wrong(name: SettingName, expected: string, value: unknown): Error {
  const received = typeof value === 'string' ? 'another text' : shapeOf(value)
  return new ValidationError(problem(`settings.${name}`, expected, received, "correct it in the source's settings"))
}
