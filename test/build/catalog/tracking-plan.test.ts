import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { events } from '../../../functions/events'

const rules = trackingPlanRules(events)
const ruleOf = (key: string | undefined) => rules.find((rule) => rule.key === key)

test('there is a rule for each event in its order, then one for identify calls', () => {
  expect(rules.map(({ type, key, version }) => [type, key, version])).toEqual([
    ...events.map(({ name }) => ['TRACK', name, 1]),
    ['IDENTIFY', undefined, 1],
  ])
})

test('a rule says what a property is, and requires none', () => {
  expect(ruleOf('Check-In')?.jsonSchema).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    description: 'Fires when a guest checks in',
    required: ['properties'],
    properties: {
      properties: {
        type: 'object',
        properties: {
          store_latitude: { type: 'number', description: 'Latitude of the store of purchase, in degrees north' },
          expires_at: { type: 'string', description: 'When the check-in expires, ISO 8601 UTC' },
          truncated_properties: { type: 'array' },
        },
      },
    },
  })
  expect(
    JSON.stringify(rules)
      .match(/"required":\[[^\]]*\]/g)
      ?.filter((one) => !/^"required":\["(?:properties|traits)"\]$/.test(one)),
  ).toEqual([])
})

test('events of one name share a rule, with the properties of both', () => {
  const eventNames = { 'Check-In': 'Visit', 'Survey Completion': 'Visit' }
  const rule = trackingPlanRules(events, { eventNames }).find(({ key }) => key === 'Visit')
  expect(rule?.jsonSchema).toMatchObject({
    description: 'Fires when a guest checks in, or when a guest completes a survey',
    properties: { properties: { properties: { store_latitude: {}, survey_answers: {} } } },
  })
})

test('the rule of identify calls names traits as they are emitted', () => {
  const { jsonSchema } = rules.at(-1) ?? { jsonSchema: {} }
  expect(jsonSchema).toMatchObject({
    required: ['traits'],
    properties: {
      traits: {
        properties: { firstName: { type: 'string' }, address: { type: 'object' }, email_opt_in: { type: 'boolean' } },
      },
    },
  })
})

test.each([
  [{ 'Check-In': 'Visit' }, 'Visit'],
  [{ 'check in': ' Visit ' }, 'Visit'],
  [{ Recharge: 'Reload' }, 'Reload'],
  [{ 'Check-In': ' ' }, 'Check-In'],
  [{ 'check in': 'Other', 'Check-In': 'Visit' }, 'Visit'],
  [{ 'Check-In': 'Visit', Recharge: 'Visit' }, 'Visit'],
])('the setting eventNames %j makes a rule for %j', (eventNames, name) => {
  expect(trackingPlanRules(events, { eventNames }).filter(({ key }) => key === name)).toHaveLength(1)
})

test('mapped properties may be of any type; known ones keep theirs', () => {
  const [rule] = trackingPlanRules(events, { mappedNames: ['favourite_dish', 'printedCardNumber'] })
  expect(rule?.jsonSchema).toMatchObject({
    properties: { properties: { properties: { favourite_dish: { description: 'Mapped in segment.config.json' } } } },
  })
  expect(JSON.stringify(rule)).not.toContain('printedCardNumber')
})
