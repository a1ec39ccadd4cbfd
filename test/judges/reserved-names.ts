import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import type { SampleCall } from './sample-calls'
import * as spec from './segment-spec'

/** What judges here, by its name and version. */
export const namesJudge = `the names that Segment reserves, by its documentation ${spec.specVersion}`

/** An object in a call, in which some names have a meaning for Segment. */
interface Part {
  readonly place: string
  readonly object: object
  readonly names: spec.Names
  /** Whether it may have no other names. */
  readonly isClosed?: boolean
  readonly required?: readonly string[]
}

const isOfType: Readonly<Record<spec.SpecType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  number: Number.isFinite,
  flag: (value) => typeof value === 'boolean',
  object: isObject,
  list: Array.isArray,
  time: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  currency: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
}

/** How a call uses a name that Segment reserves otherwise than Segment does, one line each. */
export function namesProblems({ place, call }: Pick<SampleCall, 'place' | 'call'>): string[] {
  const found = [...partsOf(call).flatMap(partProblems), ...messageProblems(call)]
  return found.map((problem) => `${place}: ${problem}`)
}

function partsOf({ type, ...call }: SampleCall['call']): Part[] {
  const { context, traits, properties = {} } = call
  const { externalIds, traits: contextTraits } = objectOf(context)
  const bothTraits = [traits, contextTraits].map(objectOf)
  return [
    { place: type, object: call, names: spec.messages[type], isClosed: true, required: spec.required[type] },
    { place: 'context', object: objectOf(context), names: spec.context, isClosed: true },
    ...listOf(externalIds).map((object) => {
      const required = Object.keys(spec.externalId)
      return { place: 'externalIds', object, names: spec.externalId, isClosed: true, required }
    }),
    ...bothTraits.map((object) => ({ place: 'traits', object, names: spec.traits })),
    ...bothTraits.map(({ address }) => {
      return { place: 'address', object: objectOf(address), names: spec.address, isClosed: true }
    }),
    { place: 'properties', object: properties, names: spec.properties },
    ...listOf(properties.products).map((object) => {
      return { place: 'products', object, names: spec.product, isClosed: true }
    }),
  ]
}

function partProblems({ place, object, names, isClosed = false, required = [] }: Part): string[] {
  const lacking = required.filter((name) => !(name in object)).map((name) => `${place}.${name} is missing`)
  const wrong = Object.entries(object).flatMap(([name, value]) => {
    const known = spellingsOf(names).get(foldName(name))
    const type = known === undefined ? undefined : names[known]
    if (type === undefined) return isClosed ? [`${place}.${name} is unknown to Segment`] : []
    if (known !== name) return [`${place}.${name} is spelt ${known}`]
    return isOfType[type](value) ? [] : [`${place}.${name} is no ${type}`]
  })
  return [...lacking, ...wrong]
}

function messageProblems({ type, userId, anonymousId, messageId }: SampleCall['call']): string[] {
  return [
    ...(userId === undefined && anonymousId === undefined ? [`${type} is about nobody`] : []),
    ...(String(messageId).length > spec.longestMessageId ? [`${type}.messageId is too long`] : []),
  ]
}

const spellings = new Map<spec.Names, ReadonlyMap<string, string>>()

/** The reserved names by what is the same in all their spellings. */
function spellingsOf(names: spec.Names): ReadonlyMap<string, string> {
  const known = spellings.get(names) ?? new Map(Object.keys(names).map((name) => [foldName(name), name]))
  spellings.set(names, known)
  return known
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {}
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}
