import { isObject } from '../../shared/json/values'
import { createDeduplication } from './deduplication'
import type { DiscardReason } from './discard-reason'
import { objectDiscardReason } from './ingest-object'
import { limits } from './limits'
import type { Json, Receipt, SegmentCall } from './receipt'
import type { Rules } from './rules'

const consentEvent = 'Segment Consent Preference Updated'

/** Separates calls, given as JSON texts, into those that Segment would deliver and those it would discard. */
export type Ingest = (wire: string[]) => Pick<Receipt, 'calls' | 'discarded'>

/** Creates the receiving side of Segment, which remembers message ids. */
export function createIngest(rules: Rules, now: () => number): Ingest {
  const isDuplicate = createDeduplication(now)

  function discardReason(text: string, call: SegmentCall): DiscardReason | undefined {
    if (rules.messageLimit && Buffer.byteLength(text) > limits.callBytes) return 'too large: over 32 KB'
    const wrong = rules.ingest ? typeReason(call) : undefined
    if (wrong !== undefined) return wrong
    return rules.deduplication && isDuplicate(call.messageId) ? 'duplicate messageId' : undefined
  }

  return (wire) => {
    const calls: SegmentCall[] = []
    const discarded: Receipt['discarded'] = []
    for (const text of wire) {
      const call: SegmentCall = JSON.parse(text)
      const reason = discardReason(text, call)
      if (reason === undefined) calls.push(call)
      else discarded.push({ call, reason })
    }
    return { calls, discarded }
  }
}

/** Why Segment would discard a call for the type of an id, a name or a field. Undefined when it would not. */
export function typeReason(call: SegmentCall): DiscardReason | undefined {
  if (call.type === 'set') return objectDiscardReason(call)
  return identityReason(call) ?? eventReason(call) ?? fieldReason(call) ?? consentReason(call)
}

function identityReason({ userId, anonymousId }: SegmentCall): DiscardReason | undefined {
  const ids = [userId, anonymousId].filter((id) => id !== undefined)
  if (ids.length === 0) return 'no_user_anon_id'
  return ids.every((id) => typeof id === 'string' && id !== '') ? undefined : 'id_not_string'
}

function eventReason({ type, event }: SegmentCall): DiscardReason | undefined {
  if (type !== 'track') return undefined
  if (event === undefined || event === null || event === '') return 'event_not_defined'
  return typeof event === 'string' ? undefined : 'event_not_string'
}

function fieldReason({ name, properties, traits }: SegmentCall): DiscardReason | undefined {
  if (name !== undefined && (typeof name !== 'string' || name === '')) return 'name_not_string'
  if (properties !== undefined && !isObject(properties)) return 'properties_not_object'
  return traits === undefined || isObject(traits) ? undefined : 'traits_not_object'
}

function consentReason({ event, context }: SegmentCall): DiscardReason | undefined {
  if (event !== consentEvent) return undefined
  const preferences = field(field(context, 'consent'), 'categoryPreferences')
  if (preferences === undefined) return 'consent_categorypreferences_should_exist'
  if (!isObject(preferences)) return 'consent_categorypreferences_fields_should_be_object'
  const allBoolean = Object.values(preferences).every((value) => typeof value === 'boolean')
  return allBoolean ? undefined : 'consent_categorypreferences_fields_should_be_bool'
}

function field(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined
}
