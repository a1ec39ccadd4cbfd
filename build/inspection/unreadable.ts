import { shapeOf } from '../../shared/json/values'
import type { Step } from '../../shared/read/trace'
import type { UnreadableField } from './inspection'
import { candidateOf, type Evidence, pickPlace } from './origins'
import { originOf, type Place, placeId, uniqueOrigins } from './places'
import { scalarOf } from './plain-json'
import { allPicks, type Pick } from './work'

type Warning = Step & { readonly step: 'warn' }

/** A value that was left out, and its places. */
export interface Unreadable extends UnreadableField {
  readonly placeIds: readonly string[]
}

/** What of an event was left out, and why. The function warns once for each property; here is every value. */
export function unreadableOf(steps: readonly Step[], evidence: Evidence): Unreadable[] {
  const find: Find = { members: memberIndex(evidence), object: objectIndex(steps) }
  const all = distinctWarnings(steps).map((warning) => unreadable(warning, evidence, find))
  return [...new Map(all.map((one) => [JSON.stringify([one.name, one.received, one.placeIds]), one])).values()]
}

/** Finds in an event what a warning is about. */
interface Find {
  /** The members that were taken out of objects under a name, by their values. */
  readonly members: (field: string, value: unknown) => readonly Pick[]
  /** The object of which these are the members. */
  readonly object: (members: object) => object | undefined
}

/** A value may be looked at more than once. Values that are equal are wrong in the same way. */
function distinctWarnings(steps: readonly Step[]): Warning[] {
  const seen = new Map<string, Set<unknown>>()
  return steps.filter((step): step is Warning => {
    if (step.step !== 'warn') return false
    const name = `${step.name}${step.part}`
    const values = seen.get(name) ?? new Set()
    seen.set(name, values)
    const isNew = !values.has(step.value)
    values.add(step.value)
    return isNew
  })
}

function objectIndex(steps: readonly Step[]): Find['object'] {
  const objects = new Map(steps.flatMap((step) => (step.step === 'pick' ? [[step.picked, step.object]] : [])))
  return (members) => objects.get(members)
}

function memberIndex({ works }: Evidence): Find['members'] {
  const fields = new Map<string, Map<unknown, Pick[]>>()
  for (const pick of allPicks(works)) {
    const values = fields.get(pick.field) ?? new Map<unknown, Pick[]>()
    fields.set(pick.field, values)
    const picks = values.get(pick.value) ?? []
    values.set(pick.value, picks)
    picks.push(pick)
  }
  return (field, value) => fields.get(field)?.get(value) ?? []
}

function unreadable({ name, part, expected, value }: Warning, evidence: Evidence, find: Find): Unreadable {
  const places = part === '' ? placesOf(name, value, evidence, find) : partPlaces(part, value, evidence, find)
  return {
    name: `${name}${part}`,
    origins: evidence.mapped.has(name)
      ? (evidence.mapped.get(name) ?? []).map((path) => ({ from: 'mapping', path }))
      : uniqueOrigins(places.map(originOf)),
    expected,
    received: shapeOf(value),
    value: scalarOf(value),
    placeIds: places.map(placeId),
  }
}

function partPlaces(part: string, value: unknown, evidence: Evidence, find: Find): Place[] {
  const members = find.members(part.slice(part.lastIndexOf('.') + 1), value)
  return members.map((pick) => pickPlace(pick, evidence))
}

function placesOf(name: string, value: unknown, evidence: Evidence, find: Find): Place[] {
  const sent = evidence.works.get(name)?.reads.find((read) => read.sent === value || read.value === value)?.sent
  const source = name === 'wallets_info' && sent === undefined ? 'wallet_lists' : name
  const candidate = candidateOf(source, sent ?? value, evidence)
  if (candidate !== undefined) return [candidate.place]
  if (typeof value !== 'object' || value === null) return []
  const object = find.object(value) ?? value
  return evidence.keysOf(object) === undefined ? [] : [evidence.placeOf(object)]
}
