import { objectIn } from '../json/json-text'
import { foldName, isIgnored, keysAmong, orderAmong } from '../json/keys'
import type { JsonObject } from '../json/values'
import { isNeverEmitted } from '../privacy/never-emitted'
import type { Found } from './candidate'

/** An object that holds an event or stands around one: an envelope, what a queue adds, the event itself. */
export interface Layer {
  readonly object: JsonObject
  readonly found: Found
  /** The key under which the next layer inside stands, or the list of events; undefined for the innermost layer. */
  readonly innerKey: string | undefined
  /** The keys that lead to it from the body. The deployed function leaves them out. */
  path: readonly string[]
}

/** What finding layers needs to know of the events and properties there are. */
export interface LayerReader {
  /** Finds the values of all known properties in an object. */
  readonly find: (object: JsonObject) => Found
  /** Whether a layer holds a known event type, or the id of a guest. */
  readonly tellsOfEvent: (found: Found) => boolean
}

/** Wrappers by name, the first counts. Those after `body` are names of other things, too. */
const wrapperNames = [
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
export function layersOf(object: JsonObject, reader: LayerReader, path: readonly string[] = []): readonly Layer[] {
  return layersFrom({ object, path, levels: deepestWrapper, isOnly: true }, reader)
}

interface Start {
  readonly object: JsonObject
  readonly path: readonly string[]
  /** How many wrappers may still follow. */
  readonly levels: number
  /** True as long as every object around it has no other member. */
  readonly isOnly: boolean
}

function layersFrom(start: Start, reader: LayerReader): readonly Layer[] {
  const { object, path } = start
  const found = reader.find(object)
  const wrapper = start.levels === 0 ? undefined : wrapperIn(start, reader)
  if (wrapper === undefined) return [{ object, found, innerKey: undefined, path }]
  return [{ object, found, innerKey: wrapper.key, path }, ...wrapper.layers]
}

interface Wrapper {
  readonly key: string
  readonly layers: readonly Layer[]
}

function wrapperIn(start: Start, reader: LayerReader): Wrapper | undefined {
  const only = start.isOnly ? onlyMember(start.object) : undefined
  for (const key of only === undefined ? keysAmong(start.object, orderOf) : [only]) {
    const object = objectIn(start.object[key])
    if (object === undefined) continue
    const inner = { object, path: start.path, levels: start.levels - 1, isOnly: only !== undefined }
    TRACE: inner.path = [...start.path, key]
    const layers = layersFrom(inner, reader)
    const isSure = only !== undefined || orderOf(key) < surely
    if (isSure || layers.some(({ found }) => reader.tellsOfEvent(found))) return { key, layers }
  }
  return undefined
}

/** The key of an object's only member, unless what stands there is never an event. */
function onlyMember(object: JsonObject): string | undefined {
  const [key, ...others] = Object.keys(object)
  if (key === undefined || others.length > 0 || isIgnored(key)) return undefined
  return neverWrappers.has(foldName(key)) || isNeverEmitted(key) ? undefined : key
}
