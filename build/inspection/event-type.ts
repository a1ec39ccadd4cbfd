import type { EventDefinition } from '../../shared/declare/event'
import { emittedName } from '../../shared/emit/handle'
import { foldName } from '../../shared/json/keys'
import type { InspectedType } from './inspection'
import { typeOrigins } from './origins'
import type { Subject } from './subject'

/** The type of an event, and where it was found. */
export function inspectedType(subject: Subject): InspectedType {
  const { event, outcome, reading } = subject
  const { sent, definition, candidates } = event.type
  if (sent === undefined) return { sent: null, origin: null, event: null, knownAs: null, emittedAs: null }
  const [origin = null] = typeOrigins(candidates.indexOf(sent), subject)
  return {
    ...{ sent, origin, event: definition?.name ?? null },
    knownAs: definition === undefined ? null : knownAs(sent, definition),
    emittedAs: outcome.rejection === undefined ? emittedName(sent, definition, reading.settings) : null,
  }
}

function knownAs(type: string, { name, aliases }: EventDefinition): InspectedType['knownAs'] {
  const isSame = (other: string) => foldName(other) === foldName(type)
  if (isSame(name)) return 'name'
  return aliases.some(isSame) ? 'alias' : 'eventAliases'
}
