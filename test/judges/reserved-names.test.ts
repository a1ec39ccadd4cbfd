import { namesProblems } from './reserved-names'
import type { SampleCall } from './sample-calls'

const track = { type: 'track', event: 'E', userId: 'u', messageId: 'm', properties: {}, context: {} } as const
const identify = { type: 'identify', userId: 'u', messageId: 'm', traits: {}, context: {} } as const

test.each<[string, SampleCall['call'], string[]]>([
  ['a call that is well', track, []],
  [
    'a birthday with a time',
    { ...identify, traits: { birthday: '2000-01-01T00:00:00.000Z' } },
    ['traits.birthday is no day'],
  ],
  ['another spelling', { ...identify, traits: { first_name: 'Ada' } }, ['traits.first_name is spelt firstName']],
  ['a part of an address', { ...identify, traits: { address: { zip: '1' } } }, ['address.zip is unknown to Segment']],
  ['an amount as text', { ...track, properties: { revenue: '5' } }, ['properties.revenue is no number']],
  [
    'a product by another name',
    { ...track, properties: { products: [{ plu: '1' }] } },
    ['products.plu is unknown to Segment'],
  ],
  ['a time of receipt', { ...track, receivedAt: 'x' }, ['track.receivedAt is unknown to Segment']],
  ['no guest', { type: 'track', event: 'E', messageId: 'm', properties: {} }, ['track is about nobody']],
  ['no event', { type: 'track', userId: 'u', messageId: 'm', properties: {} }, ['track.event is missing']],
  ['a long id', { ...identify, messageId: 'm'.repeat(101) }, ['identify.messageId is too long']],
  [
    'half an id',
    { ...track, context: { externalIds: [{ id: '1', type: 'x', encoding: 'none' }] } },
    ['externalIds.collection is missing'],
  ],
])('the judge tells of %s', (_, call, expected) => {
  expect(namesProblems({ place: 'here', call })).toEqual(expected.map((problem) => `here: ${problem}`))
})
