import type { EventDefinition } from '../../shared/declare/event'
import { foldName } from '../../shared/json/keys'
import { mappedNames } from '../config/event-mappings'
import { aliasRemedies } from './alias-remedies'
import { type Attempt, areEvents, attempt, hasMoreEvents, isBetter, withChange } from './attempt'
import { eventRemedies, eventsRemedies, namedListRemedies, typeRemedies } from './body-remedies'
import { dateOrderRemedies } from './date-order-remedies'
import { mappingRemedies } from './mapping-remedies'
import { sharedPlaces } from './placeholders'
import type { Remedy } from './remedy'
import type { RemedySearch } from './remedy-search'
import { representatives } from './representatives'
import { suggestMappings } from './suggest-mappings'
import { timeZoneRemedies } from './time-zone-remedies'
import { urlRemedies } from './url-remedies'

/** Each list holds alternatives. Of the sure ones, only the best is taken. */
interface Finder {
  readonly find: (now: Attempt) => Alternatives[] | Promise<Alternatives[]>
  /** Whether its remedies often help only together with those of later finders. */
  readonly looksAhead?: true
}
type Alternatives = readonly Remedy[]

/**
 * The remedies for these requests, most important first. Every sure remedy was tried: together with those before it, it
 * gives a better result.
 */
export async function findRemedies(search: RemedySearch): Promise<Remedy[]> {
  const { requests, inspections, config, settings } = search
  const chosen = representatives(requests, inspections)
  const tried = { ...search, requests: chosen.map(({ request }) => request) }
  const start = { config, settings, inspections: chosen.map(({ inspection }) => inspection) }
  const { now, sure, unsure } = await improve(start, findersFor(search), tried)
  const isKnownType = knownTypes(search)
  return [...sure, ...unsure, ...urlRemedies(now, isKnownType), ...propertyRemedies(now, search.events)]
}

function findersFor(search: RemedySearch): readonly Finder[] {
  const { events, requests, inspections, inspect } = search
  const isKnownType = knownTypes(search)
  const isShared = sharedPlaces(inspections)
  return [
    { find: eventsRemedies, looksAhead: true },
    { find: eventRemedies },
    { find: namedListRemedies, looksAhead: true },
    { find: (now) => typeRemedies(now, isKnownType) },
    { find: (now) => aliasRemedies(now, events) },
    { find: (now) => mappingRemedies(now, events, isShared) },
    { find: (now) => dateOrderRemedies(now, requests) },
    { find: (now) => timeZoneRemedies(now, { requests: requests.slice(0, mostTimed), inspect }) },
  ]
}

/** Each time zone is tried with this many requests. */
const mostTimed = 40

interface Improved {
  readonly now: Attempt
  readonly sure: readonly Remedy[]
  readonly unsure: readonly Remedy[]
}

/** One remedy may show the need for another. A known type shows which properties of its event are missing. */
const mostRounds = 3

/** Goes through the finders, and again as long as they find something. */
async function improve(start: Attempt, finders: readonly Finder[], search: RemedySearch): Promise<Improved> {
  let improved: Improved = { now: start, sure: [], unsure: [] }
  for (let round = 0; round < mostRounds; round++) {
    const before = improved.sure.length
    for (const index of finders.keys()) improved = await withFinder(improved, finders.slice(index), search)
    if (improved.sure.length === before) break
  }
  return improved
}

/** Adds the remedies of the first of these finders. */
async function withFinder(
  before: Improved,
  [finder, ...later]: readonly Finder[],
  search: RemedySearch,
): Promise<Improved> {
  let { now, sure, unsure } = before
  const endOf = async (start: Attempt) => (finder?.looksAhead ? (await improve(start, later, search)).now : start)
  for (const alternatives of (await finder?.find(now)) ?? []) {
    const best = await bestOf(alternatives, now, endOf, search)
    if (best === undefined) {
      unsure = [...unsure, ...alternatives.filter((one) => !one.isSure && !unsure.some(({ id }) => id === one.id))]
    } else {
      now = best.now
      sure = [...sure, best.remedy]
    }
  }
  return { now, sure, unsure }
}

interface Best {
  readonly remedy: Remedy
  readonly now: Attempt
}

/** The sure alternative with the best result in the end. Undefined when none gives a better one. */
async function bestOf(
  alternatives: readonly Remedy[],
  now: Attempt,
  endOf: (start: Attempt) => Promise<Attempt>,
  { requests, inspect }: RemedySearch,
): Promise<Best | undefined> {
  const possible = alternatives.flatMap(({ change, isSure, ...remedy }) =>
    isSure && change !== null ? [{ ...remedy, isSure, change }] : [],
  )
  let best: Best | undefined
  let bestEnd = possible.length === 0 ? now : await endOf(now)
  for (const remedy of possible) {
    const tried = await attempt(requests, withChange(now, remedy.change), inspect)
    const end = await endOf(tried)
    if (!isWorthwhile(remedy, end, bestEnd)) continue
    best = { remedy, now: tried }
    bestEnd = end
  }
  return best
}

/**
 * The place of events is changed only for more events. A setting changes how values are read, so it must only do no
 * harm.
 */
function isWorthwhile({ kind }: Remedy, tried: Attempt, now: Attempt): boolean {
  if (kind === 'setting') return !isBetter(now, tried)
  if (kind === 'events' && !areEvents(tried)) return false
  const isOfBody = kind === 'events' || kind === 'event' || kind === 'type'
  return isBetter(tried, now) && (!isOfBody || hasMoreEvents(tried, now, kind !== 'event'))
}

function knownTypes({ events, config: { eventAliases } }: RemedySearch): (text: string) => boolean {
  const names = events.flatMap(({ name, aliases }) => [name, ...aliases])
  const known = new Set([...names, ...Object.keys(eventAliases)].map(foldName))
  return (text) => known.has(foldName(text))
}

/** Mappings for unused fields. Only a person knows whether they may be sent. */
function propertyRemedies({ inspections, config }: Attempt, events: readonly EventDefinition[]): Remedy[] {
  const taken = mappedNames(
    config.mappings,
    events.map(({ name }) => name),
  )
  return Object.entries(suggestMappings(inspections, events, taken)).map(([name, mapping]) => ({
    id: `property ${name}`,
    kind: 'property',
    text: `${mapping['@path']} is not used; this sends it as the property ${name}.`,
    change: { mappings: { [name]: mapping } },
    isSure: false,
  }))
}
