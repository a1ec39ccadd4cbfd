import type { EventDefinition } from '../../shared/declare/event'
import type { Property } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { mappedNames } from '../config/event-mappings'
import type { Attempt } from './attempt'
import type { Remedy } from './remedy'
import { sightingsIn } from './sightings'
import { isReadable, mappedPath } from './suggest-mappings'

/** The fields that each missing property may be, the likeliest first. */
export function mappingRemedies(
  { inspections, config }: Attempt,
  events: readonly EventDefinition[],
  isPlaceholder: (keys: readonly string[]) => boolean,
): Remedy[][] {
  const eventNames = events.map(({ name }) => name)
  const taken = new Set(mappedNames(config.mappings, eventNames).map(foldName))
  const sightings = inspections.flatMap(({ events: inspected, envelope }) =>
    inspected.flatMap((event) => sightingsIn(event, envelope.unused, events, config.body?.event)),
  )
  const usable = sightings.filter(
    ({ property, keys }) => !taken.has(foldName(property.name)) && !(isId(property) && isPlaceholder(keys)),
  )
  const groups = new Map<string, Remedy[]>()
  const given = new Set<string>()
  for (const { property, keys } of usable.sort((one, other) => one.rank - other.rank)) {
    const remedy = mappingRemedy(property.name, keys, eventNames)
    // A field is one value: the one that its name fits best.
    const place = keys.join('\0')
    if (remedy === undefined || (given.has(place) && !groups.get(property.name)?.some(({ id }) => id === remedy.id)))
      continue
    given.add(place)
    const group = groups.get(property.name) ?? []
    groups.set(property.name, group)
    if (!group.some(({ id }) => id === remedy.id)) group.push(remedy)
  }
  // Paytronix's own id of the guest comes before any other.
  return [...groups].sort(([one], [other]) => orderOf(one) - orderOf(other)).map(([, group]) => group)
}

function orderOf(name: string): number {
  const order = ['account_id', 'user_id', 'printed_card_number'].indexOf(name)
  return order === -1 ? 3 : order
}

function mappingRemedy(name: string, keys: readonly string[], eventNames: readonly string[]): Remedy | undefined {
  const path = mappedPath(keys)
  if (!isReadable(name, path, keys, eventNames)) return undefined
  return {
    id: `mappings ${name}=${path}`,
    kind: 'mapping',
    text: `${path} is not used, but seems to be ${name}.`,
    change: { mappings: { [name]: { '@path': path } } },
    isSure: true,
  }
}

function isId({ name }: Property): boolean {
  return ['account_id', 'user_id', 'printed_card_number', 'email', 'phone', 'username'].includes(name)
}
