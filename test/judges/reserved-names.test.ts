import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { installSegmentGlobals } from '../segment-globals'
import { callsIn, forms, type SampleCall } from './sample-calls'
import * as spec from './segment-spec'

const recorded = installSegmentGlobals()

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

type Names = Readonly<Record<string, spec.SpecType>>

/** The members of an object that have a reserved name, but not its type or not its spelling. */
function misused(value: unknown, reserved: Names, place: string): string[] {
  const members = isObject(value) ? Object.entries(value) : []
  return members.flatMap(([name, member]) => {
    const known = Object.keys(reserved).find((one) => foldName(one) === foldName(name))
    const type = known === undefined ? undefined : reserved[known]
    if (type === undefined) return []
    if (known !== name) return [`${place}.${name} is spelt ${known}`]
    return isOfType[type](member) ? [] : [`${place}.${name} is no ${type}`]
  })
}

/** The members of an object that have no reserved name. */
function unreserved(value: unknown, reserved: Names, place: string): string[] {
  const names = isObject(value) ? Object.keys(value) : []
  return names.filter((name) => !(name in reserved)).map((name) => `${place}.${name} is unknown to Segment`)
}

/** The reserved names that an object lacks. */
function lacking(value: unknown, reserved: Names, place: string): string[] {
  return Object.keys(reserved).flatMap((name) =>
    isObject(value) && name in value ? [] : [`${place}.${name} is missing`],
  )
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A call by the names that Segment gives a meaning. Where no others may be, others are told, too. */
function problemsOf({ type, ...call }: Record<string, unknown> & SampleCall['call']): string[] {
  const { traits, properties = {}, context } = call
  const known = { ...spec.message, ...spec.messageOf[type] }
  const contextObject: Record<string, unknown> = isObject(context) ? context : {}
  const userTraits = [traits, contextObject.traits]
  const externalIds = list(contextObject.externalIds)
  return [
    ...lacking(call, { messageId: 'text', ...spec.messageOf[type] }, type),
    ...(call.userId === undefined && call.anonymousId === undefined ? [`${type} is about nobody`] : []),
    ...(String(call.messageId).length > spec.longestMessageId ? [`${type}.messageId is too long`] : []),
    ...misused(call, known, type),
    ...unreserved(call, known, type),
    ...misused(context, spec.context, 'context'),
    ...unreserved(context, spec.context, 'context'),
    ...externalIds.flatMap((id) => misused(id, spec.externalId, 'externalIds')),
    ...externalIds.flatMap((id) => lacking(id, spec.externalId, 'externalIds')),
    ...userTraits.flatMap((some) => misused(some, spec.traits, 'traits')),
    ...userTraits.flatMap((some) => (isObject(some) ? unreserved(some.address, spec.address, 'address') : [])),
    ...userTraits.flatMap((some) => (isObject(some) ? misused(some.address, spec.address, 'address') : [])),
    ...misused(properties, { ...spec.orderCompleted, ...spec.properties }, 'properties'),
    ...list(properties.products).flatMap((one) => misused(one, spec.product, 'products')),
    ...list(properties.products).flatMap((one) => unreserved(one, spec.product, 'products')),
  ]
}

describe(`by Segment’s documentation ${spec.specVersion}, every call of every sample uses reserved names as reserved`, () => {
  const meanings = new Set<string>()

  test.each(forms)('%s', async (_, form) => {
    const calls = await callsIn(form, recorded)
    const problems = calls.flatMap(({ place, call }) => problemsOf({ ...call }).map((one) => `${place}: ${one}`))
    expect(problems).toEqual([])
    for (const { call } of calls) if (spec.semanticEvents.includes(call.event ?? '')) meanings.add(call.event ?? '')
  })

  test('no event has the name of one that means something else to Segment', () => {
    expect([...meanings]).toEqual(['Order Completed'])
  })
})

const track = { type: 'track', event: 'E', userId: 'u', messageId: 'm', properties: {}, context: {} } as const
const identify = { type: 'identify', userId: 'u', messageId: 'm', traits: {}, context: {} } as const

test.each<[string, Parameters<typeof problemsOf>[0], string[]]>([
  ['a call that is well', track, []],
  [
    'a birthday with a time',
    { ...identify, traits: { birthday: '2000-01-01T00:00:00.000Z' } },
    ['traits.birthday is no day'],
  ],
  ['another spelling', { ...identify, traits: { first_name: 'Ada' } }, ['traits.first_name is spelt firstName']],
  [
    'an unknown part of an address',
    { ...identify, traits: { address: { zip: '1' } } },
    ['address.zip is unknown to Segment'],
  ],
  ['an amount as text', { ...track, properties: { revenue: '5' } }, ['properties.revenue is no number']],
  [
    'a product by another name',
    { ...track, properties: { products: [{ plu: '1' }] } },
    ['products.plu is unknown to Segment'],
  ],
  ['a time of its own', { ...track, receivedAt: 'x' }, ['track.receivedAt is unknown to Segment']],
  ['nobody', { ...track, userId: undefined }, ['track is about nobody', 'track.userId is no text']],
  [
    'an incomplete id',
    { ...track, context: { externalIds: [{ id: '1', type: 'x', encoding: 'none' }] } },
    ['externalIds.collection is missing'],
  ],
])('the judge tells of %s', (_, call, expected) => expect(problemsOf(call)).toEqual(expected))
