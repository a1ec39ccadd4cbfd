import type { EventDefinition } from '../../shared/event'
import { foldName } from '../../shared/keys'
import { isDeliveryField } from '../../shared/scan'
import { jsonPath } from '../json-path'
import { type Candidate, isIgnored } from './candidates'
import type { Evidence } from './origins'
import { type Place, placeId } from './places'
import type { Explain } from './remainder'

export interface Circumstances {
  readonly evidence: Evidence
  /** The ids of the places that gave values. */
  readonly used: ReadonlySet<string>
  readonly definition: EventDefinition | undefined
  readonly events: readonly EventDefinition[]
  /** Folded names of what the setting `omit` leaves out. */
  readonly omit: ReadonlySet<string>
}

const onlyUserIds: Readonly<Record<string, string>> = {
  user_id: 'userId',
  external_account_code: 'externalAccountCode',
}

/** Says why a place with a known name was not used. */
export function explainWith(circumstances: Circumstances): Explain {
  const all = [...circumstances.evidence.candidates.values()].flat()
  return (place) => {
    if (isDeliveryField(place.keys.at(-1) ?? '')) return 'differs between deliveries'
    const found = all.filter((one) => one.key !== '' && holds(one.place, place) && !isPartlyUsed(one, circumstances))
    const reasons = found.map((candidate) => reasonFor(candidate, circumstances))
    return reasons[0] ?? null
  }
}

/** Whether a property is one that this kind of event has beside the shared ones. */
export function hasOwn({ properties }: EventDefinition, name: string): boolean {
  return properties.some((own) => own.name === name)
}

function reasonFor({ property, key }: Candidate, circumstances: Circumstances): string | null {
  const { definition, events, omit, evidence } = circumstances
  const { name, trait } = property
  if (isIgnored(key, definition)) return `means something else in ${definition?.name}`
  if ([name, trait ?? name].some((one) => omit.has(foldName(one)))) return 'left out by the setting omit'
  const owners = events.filter((event) => hasOwn(event, name))
  if (owners.length > 0 && !owners.some((owner) => owner === definition))
    return `read of ${owners.map((owner) => owner.name).join(' and ')} only`
  const source = onlyUserIds[name]
  if (source !== undefined && !evidence.works.has(name)) return `read when userIdFrom lists ${source}`
  return placedBefore(name, circumstances)
}

/** Another place came first, or a mapping takes the place of all of them. */
function placedBefore(name: string, { evidence, used }: Circumstances): string | null {
  if (evidence.mapped.has(name)) return `${name} is mapped`
  const first = evidence.candidates.get(name)?.find(({ place }) => used.has(placeId(place)))
  return first === undefined ? null : `${name} was found at ${jsonPath(first.place.keys)} first`
}

/** A list of which members are used is known; what else is in it is not. */
function isPartlyUsed({ place }: Candidate, { used }: Circumstances): boolean {
  const start = placeId(place).slice(0, -1)
  return [...used].some((id) => id.startsWith(`${start},`) || id === placeId(place))
}

function holds(outer: Place, inner: Place): boolean {
  return outer.in === inner.in && outer.keys.every((key, index) => inner.keys[index] === key)
}
