import type { Configuration } from '../declare/configuration'
import type { Property } from '../declare/property'
import { put } from '../emit/calls'
import { foldName } from '../json/keys'
import { isAbsent, isTooLong, unwrap } from '../json/values'
import { withoutFriend } from '../privacy/friends'
import { isUsableAsKey } from '../privacy/never-emitted'
import { sanitize } from '../privacy/sanitize'
import type { Candidate } from '../read/reader'
import type { Reading } from '../read/reading'

/** What the mapping language made of an event; `failed` names the properties it could not reckon. */
export interface MappedValues {
  readonly values: Readonly<Record<string, unknown>>
  readonly failed: readonly string[]
}

/**
 * Makes a configuration's mapping of what the mapping language does. It sees neither what is never emitted nor the
 * person who was referred, and nothing of that kind comes out of it.
 */
export function createEventMapper(
  mapProperties: (event: unknown) => MappedValues,
): NonNullable<Configuration['mapEvent']> {
  return (event, { properties, configuration }) => {
    const { values, failed } = mapProperties(sanitize(event, withoutFriend))
    const names = (configuration.mappedNames ?? []).filter(isUsableAsKey)
    const mapped = names.map((name) => ({
      name,
      property: properties.get(foldName(name)),
      value: sanitize(values[name]),
    }))
    return {
      replace(found) {
        const replaced = [...found]
        for (const { property, value } of mapped) if (property) replaced[property.id] = candidateOf(property, value)
        return replaced
      },
      addTo(emitted, reading) {
        for (const name of failed) reading.warn(name, 'an event that its mapping fits', event)
        for (const { name, property, value } of mapped) {
          if (property === undefined) putOwn(emitted, name, value, reading)
          else if (property.track) put(emitted, property, property.name, reading)
        }
      },
    }
  }
}

/** Also what the mapping leaves undefined takes the place of what was found. */
function candidateOf({ name, type }: Property, sent: unknown): Candidate {
  // A list of one wallet is a list all the same.
  const value = type === 'array' || type === 'object' ? sent : unwrap(sent)
  return { rank: 0, key: name, value: isAbsent(value) ? undefined : value, next: undefined }
}

/** A property of the user's own passes as it is, unless it is text too long to read. */
function putOwn(emitted: Record<string, unknown>, name: string, value: unknown, reading: Reading): void {
  if (isAbsent(value) || reading.settings.omit.has(foldName(name))) return
  if (typeof value === 'string' && isTooLong(value)) reading.warn(name, 'shorter text', value)
  else emitted[name] = value
}
