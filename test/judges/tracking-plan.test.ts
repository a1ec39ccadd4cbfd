import type { SampleCall } from './sample-calls'
import { planProblems } from './tracking-plan'

const track = { type: 'track', event: 'Check-In', properties: {} } as const

test.each<[string, SampleCall['call'], object, string[]]>([
  ['a call that is well', track, {}, []],
  ['an unknown event', { ...track, event: 'Checkin' }, {}, ['event Checkin']],
  ['one that is sent on purpose', { ...track, event: 'Checkin' }, { unknownEvents: 'track' }, []],
  ['an order that nobody asked for', { ...track, event: 'Order Completed' }, {}, ['event Order Completed']],
  ['an unknown property', { ...track, properties: { colour: 'red' } }, {}, ['property colour']],
  ['another type', { ...track, properties: { store_code: 7 } }, {}, ['Check-In/properties/store_code must be string']],
  ['an unknown trait', { type: 'identify', traits: { colour: 'red' } }, {}, ['trait colour']],
  ['a wallet', { type: 'identify', traits: { wallet_1_balance: 5 } }, {}, []],
])('the judge tells of %s', (_, call, settings, expected) => {
  expect(planProblems({ place: 'here', settings: { ...settings }, call })).toEqual(
    expected.map((problem) => `here: ${problem}`),
  )
})
