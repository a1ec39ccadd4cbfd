import type { Configuration, MappedValue, MappedValues } from '../declare/configuration'
import type { Property, Reading } from '../declare/property'
import { fromJsonText } from '../json/json-text'
import { foldName } from '../json/keys'
import { isAbsent, isTooLong, type JsonObject, shapeOf, unwrap } from '../json/values'
import { isFriend } from '../privacy/friend'
import { isUsableAsKey } from '../privacy/never-emitted'
import { type Filter, sanitize } from '../privacy/sanitize'
import type { Mapped } from './mapping-engine'

type Mapper = (event: unknown) => Mapped

/** The members of a referral that may be mapped. They name no person. */
const referralMembers: ReadonlySet<string> = new Set(['code', 'date', 'accountid'])

/** What mappings do not see of an event, beside what is never emitted. */
export const withoutFriend: Partial<Filter> = {
  leavesOut: isFriend,
  edit: (object, key) => (foldName(key) === 'referral' ? withoutPerson(object) : object),
}

/**
 * Creates the mapper of a configuration. It has mappings for all events, and mappings for single events (by documented
 * name), which win. Data that is never emitted, and a referred friend, neither go in nor come out.
 */
export function createEventMapper(
  forEveryEvent: Mapper,
  byEvent: Readonly<Record<string, Mapper>>,
): NonNullable<Configuration['mapEvent']> {
  const mappers = new Map(Object.entries(byEvent))
  return (objects, eventName, properties) => {
    const seen = sanitize(Object.assign({}, ...objects.toReversed()), withoutFriend)
    const own = eventName === undefined ? undefined : mappers.get(eventName)
    const mapped = [...(own === undefined ? [] : [own]), forEveryEvent].map((mapper) => withoutSecrets(mapper(seen)))
    return sortedOut(mapped, properties)
  }
}

function withoutSecrets({ values, failed }: Mapped): Mapped {
  const kept = Object.entries(values).filter(([name]) => isUsableAsKey(name))
  return { values: Object.fromEntries(kept.map(([name, value]) => [name, sanitize(value)])), failed }
}

/** Values of known properties apart from the configuration's own. */
function sortedOut(mapped: readonly Mapped[], properties: ReadonlyMap<string, Property>): MappedValues {
  const values = new Map<Property, MappedValue>()
  const custom: Record<string, unknown> = {}
  for (const [name, value] of mapped.flatMap((one) => Object.entries(one.values))) {
    const property = properties.get(foldName(name))
    if (property === undefined) custom[name] ??= value
    else if (!isAbsent(value)) values.set(property, mappedValue(property, value, values.get(property)))
  }
  const failed = mapped.flatMap((one) => one.failed)
  return { found: { values }, custom, failed, addCustom: (into, reading) => addCustom(into, custom, failed, reading) }
}

/** Of two values, the one that was mapped first is looked at first. */
function mappedValue(property: Property, value: unknown, next: MappedValue | undefined): MappedValue {
  return { key: property.name, value: asSent(property, value), rank: (next?.rank ?? 0) + 1, person: undefined, next }
}

/** What a mapping gives is read as what is sent under a name. */
function asSent({ type }: Property, value: unknown): unknown {
  return type === 'array' || type === 'object' ? fromJsonText(value) : unwrap(value)
}

/** Adds the configuration's own properties as they are, unless they are text too long to read. */
function addCustom(into: Record<string, unknown>, custom: JsonObject, failed: readonly string[], reading: Reading) {
  for (const name of failed) reading.warn(name, 'an event that its mapping fits', 'an object')
  for (const name in custom) {
    const value = custom[name]
    if (isAbsent(value) || reading.settings.omit.has(foldName(name))) continue
    if (typeof value === 'string' && isTooLong(value)) reading.warn(name, 'shorter text', shapeOf(value))
    else into[name] = value
  }
}

function withoutPerson(referral: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(referral).filter(([key]) => referralMembers.has(foldName(key))))
}
