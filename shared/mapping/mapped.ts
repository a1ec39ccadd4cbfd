import type { Configuration, MappedValues } from '../declare/configuration'
import { foldName } from '../json/keys'
import { isObject, type JsonObject } from '../json/values'
import { isFriend } from '../privacy/friend'
import { isUsableAsKey } from '../privacy/never-emitted'
import { type Filter, sanitize } from '../privacy/sanitize'

type Mapper = (event: unknown) => MappedValues

/** The members of a referral that may be mapped. They name no person. */
const referralMembers: ReadonlySet<string> = new Set(['code', 'date', 'accountid'])

/** What mappings do not see of an event, beside what is never emitted. */
export const withoutFriend: Partial<Filter> = {
  leavesOut: isFriend,
  edit: (value, key) => (foldName(key) === 'referral' && isObject(value) ? withoutPerson(value) : value),
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
  return (event, eventName) => {
    const seen = sanitize(event, withoutFriend)
    const own = eventName === undefined ? undefined : mappers.get(eventName)
    return [...(own === undefined ? [] : [own]), forEveryEvent].map((mapper) => withoutSecrets(mapper(seen)))
  }
}

function withoutSecrets({ values, failed }: MappedValues): MappedValues {
  const kept = Object.entries(values).filter(([name]) => isUsableAsKey(name))
  return { values: Object.fromEntries(kept.map(([name, value]) => [name, sanitize(value)])), failed }
}

function withoutPerson(referral: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(referral).filter(([key]) => referralMembers.has(foldName(key))))
}
