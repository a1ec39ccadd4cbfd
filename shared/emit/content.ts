import { namesOf } from '../declare/property'
import { parseJsonText } from '../json/json-text'
import { foldName, isIgnored } from '../json/keys'
import { memo } from '../json/memo'
import { isObject, type JsonObject } from '../json/values'
import { namesOfItem } from '../privacy/named-values'
import { isNeverEmitted, isRestricted, mayLeaveRestricted } from '../privacy/never-emitted'
import { ownId } from '../properties/own'
import type { Layer } from '../read/layers'

/** How the names begin of what differs between deliveries of one event, and so says nothing of it. */
const deliveryNames = /^(?:deliver|attempt|retry|isretry|redeliver|sent|webhook|hook|request|signature|nonce|trace)/

/** Whether a key only tells of a delivery. */
export function isDeliveryField(key: string): boolean {
  return kindOf(key) === 'delivery'
}

/** The folded names of an event's own id. */
export const ownIdNames: ReadonlySet<string> = new Set(namesOf(ownId).map(foldName))

/** What a key is to the content: left out everywhere, or in a layer, or only beside another time; or it counts. */
const kindOf = memo((key: string): 'leftOut' | 'delivery' | 'creation' | 'ownId' | 'restricted' | 'counts' => {
  if (isIgnored(key) || isNeverEmitted(key)) return 'leftOut'
  const name = foldName(key)
  if (deliveryNames.test(name)) return 'delivery'
  if (name.startsWith('created')) return 'creation'
  if (ownIdNames.has(name)) return 'ownId'
  return isRestricted(key) ? 'restricted' : 'counts'
})

/**
 * What an event's own layers say, as text: the same for every delivery and every order of keys, and different for
 * different events. It leaves out what is never emitted and what only tells of a delivery; where the event names a time
 * elsewhere, also its time of creation.
 */
export function contentOf(layers: readonly Layer[], namesTimeElsewhere: boolean): string {
  return layers.map((layer) => layerContent(layer, namesTimeElsewhere)).join('')
}

/** A layer that says nothing of its own leaves the event what it is alone. */
function layerContent({ object, innerKey, found }: Layer, namesTimeElsewhere: boolean): string {
  let content = ''
  for (const key of sortedKeys(object)) {
    const kind = kindOf(key)
    if (kind === 'delivery' || (kind === 'creation' && namesTimeElsewhere)) continue
    // The id of what stands around a list is none of its events'.
    if (kind === 'ownId' && !found.values.has(ownId)) continue
    if (key !== innerKey) content += memberContent(key, kind, object)
  }
  return content === '' ? '' : `{${content}}`
}

/** Texts carry their length, so that no two values run together, and nothing needs to be escaped. */
export function valueContent(value: unknown): string {
  if (typeof value === 'string') return textContent(value)
  if (Array.isArray(value)) return listContent(value)
  return isObject(value) ? objectContent(value) : `${value};`
}

function textContent(text: string): string {
  const inner = parseJsonText(text)
  return inner === undefined ? `"${text.length}:${text}` : valueContent(inner)
}

function listContent(list: readonly unknown[]): string {
  let content = '['
  for (const item of list) if (!namesOfItem(item).some(isNeverEmitted)) content += valueContent(item)
  return `${content}]`
}

function objectContent(object: JsonObject): string {
  let content = '{'
  for (const key of sortedKeys(object)) content += memberContent(key, kindOf(key), object)
  return `${content}}`
}

function memberContent(key: string, kind: ReturnType<typeof kindOf>, object: JsonObject): string {
  if (kind === 'leftOut') return ''
  return `${key.length}:${key}${kind === 'restricted' ? restrictedContent(object[key]) : valueContent(object[key])}`
}

/** Of a restricted section only its allowed members count. */
function restrictedContent(section: unknown): string {
  const value = typeof section === 'string' ? parseJsonText(section) : section
  if (Array.isArray(value)) return `[${value.map(restrictedContent).join('')}]`
  if (!isObject(value)) return ''
  return objectContent(Object.fromEntries(Object.entries(value).filter(([key]) => mayLeaveRestricted(key))))
}

/** Deployed functions get keys in order, so they are sorted only when they are not. */
function sortedKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object)
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] ?? '') > (keys[index] ?? '')) return keys.sort()
  }
  return keys
}
