import type { Property } from '../../shared/declare/property'
import { usageOf } from '../../shared/declare/usage'
import { fromJsonText } from '../../shared/json/json-text'
import { unwrap } from '../../shared/json/values'
import { isDetails } from '../../shared/properties/sent-wallets'
import { walletLists } from '../../shared/properties/wallets'
import type { ReadValue } from '../../shared/read/kept'
import { voidingTypes } from './origins'
import { exactPlace, type Keys } from './places'
import { placeOfValue, type Subject } from './subject'

/** How a value in a body was used. */
export interface Use {
  /** Undefined for a value from a mapping. */
  readonly keys: Keys | undefined
  /** The property that used it, with the part of it: `wallets_info.balance`. */
  readonly by: string
  readonly verdict: ReadValue['verdict']
  readonly sent: unknown
  readonly expected: string
  /** False for a list or object whose parts have uses of their own. */
  readonly isWhole: boolean
}

/** The uses of the values of an event. */
export function usesOf(subject: Subject): Use[] {
  return [
    ...subject.reads.flatMap((read) => [...usesOfRead(read, subject)]),
    ...typeUses(subject),
    ...subject.mappings.flatMap(({ name, places }) => places.map((keys) => whole(keys, name, 'used', null, ''))),
  ]
}

/** The name under which people know a property. */
function labelOf(property: Property): string {
  return property === walletLists ? 'wallets_info' : property.name
}

function* usesOfRead(read: ReadValue, subject: Subject): Generator<Use> {
  const { property, path, sent, verdict } = read
  const isScalar = property.type !== 'array' && property.type !== 'object'
  const by = labelOf(property)
  const keys = path && placeOfValue(path, property, subject)
  const isPart = typeof sent === 'object'
  // An address without a known part counts as nobody's, but it is no placeholder.
  if (isPart && verdict === 'nobody') return
  if (isScalar || verdict === 'unreadable' || keys === undefined) {
    const use = whole(keys, by, isRefused(read, subject) ? 'unreadable' : verdict, sent, expectedOf(property, subject))
    // An object in the place of a text is unreadable, but its members may be used.
    yield { ...use, isWhole: !(isScalar && isPart) }
  } else if (isPart) {
    yield { ...whole(keys, by, verdict, sent, ''), isWhole: false }
    yield* usesOfParts(sent, keys, by)
  } else if (!isDetails({ key: keys.at(-1) ?? '', value: sent })) {
    yield whole(keys, by, 'unreadable', sent, expectedOf(property, subject))
  }
}

/** The uses of the members of lists and objects. */
function* usesOfParts(sent: unknown, keys: Keys, by: string): Generator<Use> {
  const value = fromJsonText(sent)
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const usage = usageOf(value, key)
    const inner = [...keys, key]
    const isScalar = typeof unwrap(member) !== 'object'
    if (usage !== undefined && (isScalar || usage.verdict === 'unreadable')) {
      const place = isScalar ? [...inner, ...exactPlace(member, [], true)] : inner
      yield whole(place, by + usage.part, usage.verdict, unwrap(member), usage.expected)
    }
    yield* usesOfParts(member, inner, by)
  }
}

/** The texts that were used as the type: the type, the first candidate (`sent_type`), and those that say void. */
function* typeUses(subject: Subject): Generator<Use> {
  const { body, event } = subject
  const { candidates, paths = [], sent } = event.type
  for (const index of new Set([0, candidates.indexOf(sent ?? ''), ...voidingTypes(subject)])) {
    const path = paths[index]
    if (path !== undefined) yield whole(exactPlace(body, path, true), 'event_type', 'used', candidates[index], '')
  }
}

/** Whether a readable value was refused because of another one, such as a coordinate of a store at 0, 0. */
function isRefused({ property, verdict }: ReadValue, { kept, unreadable, reading }: Subject): boolean {
  if (verdict !== 'used' || !kept.expected.has(property.name) || unreadable.has(property.name)) return false
  return reading.get(property) === undefined
}

function expectedOf(property: Property, { kept }: Subject): string {
  return kept.expected.get(labelOf(property)) ?? property.expected
}

function whole(keys: Keys | undefined, by: string, verdict: Use['verdict'], sent: unknown, expected: string): Use {
  return { keys, by, verdict, sent, expected, isWhole: true }
}
