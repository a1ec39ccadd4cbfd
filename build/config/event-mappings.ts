import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'

/** Property name → mapping in Segment's mapping language. */
export type Mappings = Readonly<Record<string, unknown>>

/** The mappings of `segment.config.json`, grouped by the events that they apply to. */
export interface EventMappings {
  readonly forEveryEvent: Mappings
  /** By the documented name of the event. */
  readonly byEvent: Readonly<Record<string, Mappings>>
}

/** The event that a key of `mappings` names. Undefined when the key names a property. */
export function eventOfKey(key: string, mapping: unknown, eventNames: readonly string[]): string | undefined {
  const isGroup = isObject(mapping) && !Object.keys(mapping).some((name) => name.startsWith('@'))
  return isGroup ? eventNames.find((name) => foldName(name) === foldName(key)) : undefined
}

/** Separates the mappings for one event from those for every event. */
export function splitMappings(mappings: Mappings, eventNames: readonly string[]): EventMappings {
  const forEveryEvent: Record<string, unknown> = {}
  const byEvent: Record<string, Mappings> = {}
  for (const [key, mapping] of Object.entries(mappings)) {
    const event = eventOfKey(key, mapping, eventNames)
    if (event !== undefined && isObject(mapping)) byEvent[event] = { ...byEvent[event], ...mapping }
    else forEveryEvent[key] = mapping
  }
  return { forEveryEvent, byEvent }
}

/** The names of all mapped properties. */
export function mappedNames(mappings: Mappings, eventNames: readonly string[]): string[] {
  const { forEveryEvent, byEvent } = splitMappings(mappings, eventNames)
  return [...new Set([forEveryEvent, ...Object.values(byEvent)].flatMap((group) => Object.keys(group)))].sort()
}
