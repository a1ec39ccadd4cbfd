import { objectIn } from '../json/json-text'
import { foldName, isIgnored, keysAmong, orderAmong } from '../json/keys'
import type { JsonObject } from '../json/values'
import { isFriend } from '../privacy/friend'
import { isNeverEmitted } from '../privacy/never-emitted'
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

/** What finding layers needs to know of the events and properties there are. */
export interface LayerReader {
  /** Finds the values of all known properties in an object. */
  readonly find: (object: JsonObject) => Found
  /** Whether a layer holds a known event type. */
  readonly namesType: (found: Found) => boolean
  /** Whether a layer holds the id of a guest. */
  readonly namesGuest: (found: Found) => boolean
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
 * The layers of an event, the outermost first. An event's details may stand up to three levels down: in a wrapper of a
 * known name, or, from the outside in, in an object's only member.
 */
export function layersOf(object: JsonObject, reader: LayerReader): readonly Layer[] {
  return layersFrom({ object, levels: deepestWrapper, isOnly: true }, reader)
}

interface Start {
  readonly object: JsonObject
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
  return [{ object, found, innerKey: wrapper.key }, ...wrapper.layers]
}

interface Wrapper {
  readonly key: string
  readonly layers: readonly Layer[]
}

function wrapperIn(start: Start, found: Found, reader: LayerReader): Wrapper | undefined {
  const only = start.isOnly ? onlyMember(start.object) : undefined
  for (const key of only === undefined ? keysAmong(start.object, orderOf) : [only]) {
    const object = objectIn(start.object[key])
    if (object === undefined) continue
    const layers = layersFrom({ object, levels: start.levels - 1, isOnly: only !== undefined }, reader)
    const isSure = only !== undefined || orderOf(key) < surely
    const namesGuest = layers.some((layer) => reader.namesGuest(layer.found))
    // A list of one detail, such as the cook of a dish, names somebody else than the event around it.
    if (namesGuest && Array.isArray(start.object[key]) && reader.namesGuest(found)) continue
    if (isSure || namesGuest || layers.some((layer) => reader.namesType(layer.found))) return { key, layers }
  }
  return undefined
}

/** The key of an object's only member, unless what stands there is never an event: a store, a friend, a secret. */
function onlyMember(object: JsonObject): string | undefined {
  const [key, ...others] = Object.keys(object)
  if (key === undefined || others.length > 0 || isIgnored(key)) return undefined
  return neverWrappers.has(foldName(key)) || isNeverEmitted(key) || isFriend(key) ? undefined : key
}
