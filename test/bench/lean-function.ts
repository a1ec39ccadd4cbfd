import { createHash } from 'node:crypto'
import { transform } from '@segment/actions-core/mapping-kit'
import { isObject } from '../../shared/json/values'
import { documentedProperties } from '../../shared/properties'

/** The mapping engine's type requires a writable object. */
type Event = Record<string, unknown>

const names = documentedProperties.map(({ name }) => name)
const mapping = Object.fromEntries(names.map((name) => [name, { '@path': `$.${name}` }]))

/**
 * A nearly minimal source function: sixteen properties per event, and two calls with one SHA-256 of the text in their
 * ids. It knows one spelling and one place per name, and no types, identities, times or limits.
 */
export function floor(text: string, body: unknown): unknown {
  return leanCalls(text, body, readDirectly)
}

/** The same with Segment's own mapping engine, which finds the sixteen properties by their paths. */
export function mappingKit(text: string, body: unknown): unknown {
  return leanCalls(text, body, (event) => transform(mapping, event))
}

function leanCalls(text: string, body: unknown, read: (event: Event) => unknown): unknown {
  const digest = createHash('sha256').update(text).digest('hex')
  const events = (Array.isArray(body) ? body : [body]).filter(isObject)
  return events.map((event) => {
    const properties = read(event)
    return [
      { messageId: `identify-${digest}`, userId: event.accountId, traits: properties },
      { messageId: `track-${digest}`, userId: event.accountId, event: event.eventType, properties },
    ]
  })
}

function readDirectly(event: Event): Event {
  const properties: Event = {}
  for (const name of names) if (event[name] !== undefined) properties[name] = event[name]
  return properties
}
