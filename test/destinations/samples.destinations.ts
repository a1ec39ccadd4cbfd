import { destinations } from '../../build/destinations'
import type { SegmentCall } from '../../build/runtime'
import { callsIn } from '../judges/sample-calls'
import { installSegmentGlobals } from '../segment-globals'
import { judge, type Tried, triedBy, useRunner } from './trials'

const recorded = installSegmentGlobals()
const runner = useRunner()
let calls: readonly Pick<Tried, 'body' | 'call'>[] = []

beforeAll(async () => {
  const made = await callsIn({ orders: 'track', unknownEvents: 'track', keepBodies: 'all' }, recorded)
  calls = made.map(({ place, call }) => ({ body: place, call: call as SegmentCall })) // as the runtime would hand it on
})

/** What a tool refuses, and why that is right: a body, a tool, and the words of Segment's validator. */
const rightly: readonly { slug: string; body: string; problem: string; why: string }[] = [
  {
    slug: 'klaviyo',
    body: 'phones: Without a country code phones stay as sent.',
    problem: '(207) 555-0117 is not a valid phone number and cannot be converted to E.164 format.',
    why: 'the sample sets phoneCountryCode to none, of which docs/destinations.md warns',
  },
]

describe(`by ${judge}, with all settings that add calls,`, () => {
  test.each(destinations)('$name takes every call of every sample', async (destination) => {
    const results = await triedBy(runner(), destination, calls)
    const refused = results.flatMap(({ body, fired, error }) =>
      [error, ...fired.map((one) => one.error)].flatMap((problem) => (problem === null ? [] : [{ body, problem }])),
    )
    const expected = rightly.filter(({ slug }) => slug === destination.slug)
    const isExpected = (one: { body: string; problem: string }) =>
      expected.some(({ body, problem }) => body === one.body && problem === one.problem)
    expect(refused.filter((one) => !isExpected(one))).toEqual([])
    expect(new Set(refused.map(({ body }) => body)).size).toBe(expected.length)
    expect(results).toHaveLength(calls.length)
  })
})
