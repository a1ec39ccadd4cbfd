import type { EventDefinition } from '../declare/event'
import { objectIn } from '../json/json-text'
import { foldName, keysAmong, orderAmong } from '../json/keys'
import type { JsonObject } from '../json/values'
import { wordList } from '../json/word-list'
import { isFriend } from '../privacy/friend'
import { isUsableAsKey } from '../privacy/never-emitted'
import type { Found } from './candidate'

/** An object that holds an event or stands around one: an envelope, what a queue adds, the event itself. */
export interface Layer {
  readonly object: JsonObject
  readonly found: Found
  /** The key under which the next layer inside stands, or the list of events; undefined for the innermost layer. */
  readonly innerKey: string | undefined
  /** The keys that lead to it from the body. The deployed function leaves them out. */
  path?: readonly string[]
}

/** The documented event that a type stands for; undefined for an unknown type and for none. */
export type KnownType = EventDefinition | undefined

/** What finding layers needs to know of the events and properties there are. */
export interface LayerReader {
  /** Finds the values of all known properties in an object. */
  readonly find: (object: JsonObject) => Found
  /** The known type that a layer names. */
  readonly typeIn: (found: Found) => KnownType
  /** Whether a layer holds the id of a guest, in an event of this type. */
  readonly namesGuest: (found: Found, type: KnownType) => boolean
}

/** Wrappers by name, the first counts. Those after `body` are names of other things, too. */
export const wrapperNames = wordList('data payload detail body attributes message notification event record object')
const orderOf = orderAmong(wrapperNames)
const surely = wrapperNames.indexOf('attributes')
const neverWrappers: ReadonlySet<string> = new Set(wordList('store location referral'))
const deepestWrapper = 3

/**
 * The layers of an event, from the inside out. An event's details may stand up to three levels down: in a wrapper of a
 * known name, or, from the outside in, in an object's only member. `outerType` is what the layers around them name,
 * `levels` how many wrappers may still follow, and `isOnly` says that every object around them has no other member.
 */
export function layersOf(
  object: JsonObject,
  reader: LayerReader,
  outerType: KnownType,
  levels = deepestWrapper,
  isOnly = true,
): readonly Layer[] {
  const found = reader.find(object)
  const type = reader.typeIn(found) ?? outerType
  const only = onlyMember(object, isOnly)
  const keys = only === undefined ? keysAmong(object, orderOf) : [only]
  // Asked once, in however many ways a wrapper's name is spelt.
  const isNamed = keys.some((key) => Array.isArray(object[key])) && reader.namesGuest(found, type)
  for (const key of levels === 0 ? [] : keys) {
    const inner = objectIn(object[key])
    if (inner === undefined) continue
    const layers = layersOf(inner, reader, type, levels - 1, only !== undefined)
    const namesGuest = layers.some((layer) => reader.namesGuest(layer.found, type))
    // A list of one detail, such as the cook of a dish, names somebody else than the event around it.
    if (namesGuest && isNamed && Array.isArray(object[key])) continue
    const isSure = only !== undefined || orderOf(key) < surely
    if (isSure || namesGuest || layers.some((layer) => reader.typeIn(layer.found))) {
      return [...layers, { object, found, innerKey: key }]
    }
  }
  return [{ object, found, innerKey: undefined }]
}

/**
 * The key of an object's only member, where each object around it has but one, too, unless what stands there is never an
 * event: a store, a friend, a secret.
 */
function onlyMember(object: JsonObject, isOnly: boolean): string | undefined {
  const keys = isOnly ? Object.keys(object) : []
  const [key] = keys
  if (key === undefined || keys.length > 1) return undefined
  return neverWrappers.has(foldName(key)) || !isUsableAsKey(key) || isFriend(key) ? undefined : key
}
