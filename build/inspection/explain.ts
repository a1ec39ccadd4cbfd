import type { EventDefinition } from '../../shared/declare/event'
import { foldName } from '../../shared/json/keys'
import { isDeliveryField } from '../../shared/read/scan'
import { jsonPath } from '../system/json-path'
import { type Candidate, isIgnored } from './candidates'
import type { Evidence } from './origins'
import { holds, placeId } from './places'
import type { Explain } from './remainder'

export interface Circumstances {
  readonly evidence: Evidence
  /** The ids of the places that gave values. */
  readonly used: ReadonlySet<string>
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
    return reasons.find((reason) => reason !== null) ?? null
  }
}

/** The kinds of event that have a property beside the shared ones. */
function ownersOf(name: string, events: readonly EventDefinition[]): EventDefinition[] {
  return events.filter(({ properties }) => properties.some((own) => own.name === name))
}

/** Whether only events of other kinds have a property. */
export function isOfOthers(
  name: string,
  definition: EventDefinition | undefined,
  events: readonly EventDefinition[],
): boolean {
  const owners = ownersOf(name, events)
  return owners.length > 0 && !owners.some((owner) => owner === definition)
}

function reasonFor({ property, key }: Candidate, circumstances: Circumstances): string | null {
  const { events, omit, evidence } = circumstances
  const { definition } = evidence
  const { name, trait } = property
  if (isIgnored(key, definition)) return `means something else in ${definition?.name}`
  if ([name, trait ?? name].some((one) => omit.has(foldName(one)))) return 'left out by the setting omit'
  if (isOfOthers(name, definition, events)) {
    const owners = ownersOf(name, events).map((owner) => owner.name)
    return `read of ${owners.join(' and ')} only`
  }
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
