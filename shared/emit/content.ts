import { namesOf } from '../declare/property'
import { foldName } from '../json/keys'
import { memo } from '../json/memo'
import { kindOfKey } from '../privacy/never-emitted'
import { type Form, sortedKeys, write, writeMember } from '../privacy/write'
import { ownId } from '../properties/own'
import type { Layer } from '../read/layers'

/** How the names begin of what differs between deliveries of one event, and so says nothing of it. */
const deliveryNames = /^(?:deliver|attempt|retry|isretry|redeliver|sent|webhook|hook|request|signature|nonce|trace)/

/** Whether a key only tells of a delivery. */
export function isDeliveryField(key: string): boolean {
  return useOf(key) === 'delivery'
}

/** The folded names of an event's own id. */
export const ownIdNames: ReadonlySet<string> = new Set(namesOf(ownId).map(foldName))

/** What a key of a layer may be, other than a part of what the event says. */
const useOf = memo((key: string): 'delivery' | 'creation' | 'ownId' | 'content' => {
  const name = foldName(key)
  if (deliveryNames.test(name)) return 'delivery'
  if (name.startsWith('created')) return 'creation'
  return ownIdNames.has(name) ? 'ownId' : 'content'
})

/** Texts and keys carry their length, so that no two values run together, and nothing needs to be escaped. */
const form: Form = {
  keyOf: memo((key: string) => ({ kind: kindOfKey(key), text: `${key.length}:${key}` })),
  edit: (object) => object,
  scalar: (value) => (typeof value === 'string' ? `"${value.length}:${value}` : `${value};`),
  jsonText: (inner) => inner,
  comma: '',
}

/** What a value says, as text: the same for every order of keys, and without what is never emitted. */
export function valueContent(value: unknown): string {
  return write(value, form) ?? ''
}

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
    const use = useOf(key)
    if (use === 'delivery' || (use === 'creation' && namesTimeElsewhere)) continue
    // The id of what stands around a list is none of its events'.
    if (use === 'ownId' && !found.values.has(ownId)) continue
    if (key !== innerKey) content += writeMember(object, key, form)
  }
  return content === '' ? '' : `{${content}}`
}
