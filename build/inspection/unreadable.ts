import type { Step } from '../../shared/trace'
import { shapeOf } from '../../shared/values'
import type { UnreadableField } from './inspection'
import { candidateOf, type Evidence, placesOfMember } from './origins'
import { originOf, type Place, placeId, uniqueOrigins } from './places'
import { scalarOf } from './plain-json'

type Warning = Step & { readonly step: 'warn' }

/** A value that was left out, and its places. */
export interface Unreadable extends UnreadableField {
  readonly placeIds: readonly string[]
}

/** What of an event was left out, and why. The function warns once for each property; here is every value. */
export function unreadableOf(steps: readonly Step[], evidence: Evidence): Unreadable[] {
  const warnings = steps.filter((step): step is Warning => step.step === 'warn')
  const all = warnings.map((warning) => unreadable(warning, evidence))
  return [...new Map(all.map((one) => [JSON.stringify([one.name, one.placeIds, one.received]), one])).values()]
}

function unreadable({ name, part, expected, value }: Warning, evidence: Evidence): Unreadable {
  const places = placesOf(name, part, value, evidence)
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

/** A whole value is a candidate; a part, a member that was taken out of an object. */
function placesOf(name: string, part: string, value: unknown, evidence: Evidence): Place[] {
  if (part !== '') return placesOfMember(part.slice(part.lastIndexOf('.') + 1), value, evidence)
  const sent = evidence.works.get(name)?.reads.find((read) => read.sent === value || read.value === value)?.sent
  const candidate = candidateOf(name, sent ?? value, evidence)
  if (candidate !== undefined) return [candidate.place]
  const isHere = typeof value === 'object' && value !== null && evidence.keysOf(value) !== undefined
  return isHere ? [evidence.placeOf(value)] : []
}
