import type { EventDefinition } from '../../shared/declare/event'
import { type Candidate, type Candidates, isIgnored } from './candidates'
import type { Origin } from './inspection'
import { holds, type KeysOf, memberPlace, originOf, type Place, placeId, uniqueOrigins } from './places'
import type { Pick, Read, Work, Works } from './work'

/** All that was seen of one event. */
export interface Evidence {
  readonly works: Works
  readonly definition: EventDefinition | undefined
  readonly candidates: Candidates
  readonly keysOf: KeysOf
  readonly placeOf: (object: object) => Place
  /** The paths that mappings read, by the name of the property that is mapped. */
  readonly mapped: ReadonlyMap<string, readonly string[]>
}

/** Where a property's value is from; nothing for a value that no place of the request gave. */
export function originsOf(name: string, evidence: Evidence): Origin[] {
  const paths = evidence.mapped.get(name)
  if (paths !== undefined) return paths.map((path) => ({ from: 'mapping', path }))
  const work = evidence.works.get(name)
  if (work === undefined) return []
  const own = uniqueOrigins([...readOrigins(name, work, evidence), ...listOrigins(work.picks, evidence)])
  if (own.length > 0) return own
  // Made of other properties: the forms of the wallets, of the wallets.
  return uniqueOrigins(work.asked.filter((other) => other !== name).flatMap((other) => originsOf(other, evidence)))
}

/** The reads that gave a property its value. */
function decisiveReads({ reads, result }: Work): readonly Read[] {
  const readable = reads.filter(({ value }) => value !== undefined)
  if (result === undefined) return readable
  if (result.value === undefined) return []
  const identical = readable.find(({ value }) => value === result.value)
  return identical === undefined ? readable : [identical]
}

/** The candidate that was read. Two may have the same value: the first in order is looked at first. */
export function candidateOf(name: string, sent: unknown, evidence: Evidence): Candidate | undefined {
  if (evidence.mapped.has(name)) return undefined
  const all = evidence.candidates.get(name)
  return all?.find(({ key, value }) => value === sent && !isIgnored(key, evidence.definition))
}

/** The places of all that served to give properties their values. */
export function usedPlaces(evidence: Evidence): ReadonlySet<string> {
  const places = [...evidence.works].flatMap(([name, work]) => {
    const reads = decisiveReads(work)
    const whole = reads.filter(({ picks }) => picks.length === 0)
    const read = whole.flatMap(({ sent }) => candidateOf(name, sent, evidence)?.place ?? [])
    return [
      ...read,
      ...[...reads.flatMap(({ picks }) => picks), ...work.picks].map((pick) => pickPlace(pick, evidence)),
    ]
  })
  return new Set(places.map(placeId))
}

/** Where a member was taken out. */
export function pickPlace({ object, key, value }: Pick, { placeOf }: Evidence): Place {
  return memberPlace(placeOf(object), key, object[key], value)
}

function readOrigins(name: string, work: Work, evidence: Evidence): Origin[] {
  return decisiveReads(work).flatMap(({ sent }) => {
    const candidate = candidateOf(name, sent, evidence)
    return candidate === undefined ? [] : [originOf(candidate.place)]
  })
}

/** The lists, known by a name, out of which members were taken. */
function listOrigins(picks: readonly Pick[], { candidates, placeOf }: Evidence): Origin[] {
  const lists = [...candidates.values()].flat().filter(({ key, value }) => key !== '' && typeof value === 'object')
  return picks.map(({ object }) => {
    const place = placeOf(object)
    return originOf(lists.find((list) => holds(list.place, place))?.place ?? place)
  })
}
