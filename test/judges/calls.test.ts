import { settingDefinitions } from '../../shared/settings/definitions'
import { builtWith } from '../functions/property-run'
import { installSegmentGlobals } from '../segment-globals'
import { namesJudge, namesProblems } from './reserved-names'
import { callsIn, callsOf, forms, type SampleCall, sampleRequests } from './sample-calls'
import { semanticEvents } from './segment-spec'
import { planJudge, planProblems, unusedReasons } from './tracking-plan'

const recorded = installSegmentGlobals()
/** The events that have a meaning for Segment. */
const meant = new Set<string>()

describe.each(forms)('every call of every sample, %s,', (_, form) => {
  let calls: readonly SampleCall[] = []
  beforeAll(async () => {
    calls = await callsIn(form, recorded)
    for (const { call } of calls) if (semanticEvents.includes(call.event ?? '')) meant.add(call.event ?? '')
  })

  test(`keeps ${planJudge}`, () => {
    expect(calls.length).toBeGreaterThan(300)
    expect(calls.flatMap((call) => planProblems(call))).toEqual([])
  })

  test(`keeps ${namesJudge}`, () => expect(calls.flatMap(namesProblems)).toEqual([]))
})

describe('over all forms', () => {
  test('every setting has one, save that which only lets requests in', () => {
    const set = new Set(forms.flatMap(([, form]) => Object.keys(form)))
    expect(settingDefinitions.map(({ name }) => name).filter((name) => !set.has(name))).toEqual(['sharedSecret'])
  })

  test('every reason for what is unplanned is needed', () => expect(unusedReasons()).toEqual([]))

  test('only an order has the name of an event that means something to Segment', () => {
    expect([...meant]).toEqual(['Order Completed'])
  })
})

describe('with mappings', () => {
  const mappedNames = ['favourite', 'told', 'tender']
  const run = builtWith({
    eventAliases: {},
    mappings: {
      favourite: { '@path': '$.check.items[0].name' },
      told: { '@path': '$.check' },
      tender: 'cash',
      store_name: { '@path': '$.store.brand' },
      'Recharge Value': { amount: { '@path': '$.rechargeAmount' } },
    },
  })

  test(`every call of every sample keeps ${planJudge}, and ${namesJudge}`, async () => {
    const calls: SampleCall[] = []
    for (const { place, request } of sampleRequests.filter(({ request }) => request.settings === undefined)) {
      calls.push(...callsOf(await run(request), place))
    }
    expect(calls.flatMap((call) => [...planProblems(call, mappedNames), ...namesProblems(call)])).toEqual([])
    const emitted = new Set(calls.flatMap(({ call }) => Object.keys(call.properties ?? {})))
    expect(mappedNames.filter((name) => !emitted.has(name))).toEqual([])
  })
})
