import type { EventDefinition } from '../declare/event'
import { objectIn } from '../json/json-text'
import { foldName, keysAmong, orderAmong } from '../json/keys'
import type { JsonObject } from '../json/values'
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
export const wrapperNames = [
  ...['data', 'payload', 'detail', 'body'],
  ...['attributes', 'message', 'notification', 'event', 'record', 'object'],
]
const orderOf = orderAmong(wrapperNames)
const surely = wrapperNames.indexOf('attributes')
const neverWrappers: ReadonlySet<string> = new Set(['store', 'location', 'referral'])
const deepestWrapper = 3

/**
 * The layers of an event, from the inside out. An event's details may stand up to three levels down: in a wrapper of a
 * known name, or, from the outside in, in an object's only member. `type` is what the layers around them name.
 */
export function layersOf(object: JsonObject, reader: LayerReader, type: KnownType): readonly Layer[] {
  return layersFrom({ object, type, levels: deepestWrapper, isOnly: true }, reader)
}

interface Start {
  readonly object: JsonObject
  /** The type that the layers around it name. */
  readonly type: KnownType
  /** How many wrappers may still follow. */
  readonly levels: number
  /** True as long as every object around it has no other member. */
  readonly isOnly: boolean
}

function layersFrom(start: Start, reader: LayerReader): readonly Layer[] {
  const { object } = start
  const found = reader.find(object)
  const wrapper = start.levels === 0 ? undefined : wrapperIn(start, found, reader)
  if (wrapper === undefined) return [{ object, found, innerKey: undefined }]
  return [...wrapper.layers, { object, found, innerKey: wrapper.key }]
}

interface Wrapper {
  readonly key: string
  readonly layers: readonly Layer[]
}

function wrapperIn(start: Start, found: Found, reader: LayerReader): Wrapper | undefined {
  const only = start.isOnly ? onlyMember(start.object) : undefined
  const type = reader.typeIn(found) ?? start.type
  for (const key of only === undefined ? keysAmong(start.object, orderOf) : [only]) {
    const object = objectIn(start.object[key])
    if (object === undefined) continue
    const layers = layersFrom({ object, type, levels: start.levels - 1, isOnly: only !== undefined }, reader)
    const isSure = only !== undefined || orderOf(key) < surely
    const namesGuest = layers.some((layer) => reader.namesGuest(layer.found, type))
    // A list of one detail, such as the cook of a dish, names somebody else than the event around it.
    if (namesGuest && Array.isArray(start.object[key]) && reader.namesGuest(found, type)) continue
    if (isSure || namesGuest || layers.some((layer) => reader.typeIn(layer.found))) return { key, layers }
  }
  return undefined
}

/** The key of an object's only member, unless what stands there is never an event: a store, a friend, a secret. */
function onlyMember(object: JsonObject): string | undefined {
  const [key, ...others] = Object.keys(object)
  if (key === undefined || others.length > 0) return undefined
  return neverWrappers.has(foldName(key)) || !isUsableAsKey(key) || isFriend(key) ? undefined : key
}
