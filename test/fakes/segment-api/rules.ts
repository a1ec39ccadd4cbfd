import { alphabetize } from '../../../build/runtime/alphabetize'
import { badRequest, invalid } from './errors'
import { trackingPlanWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import { bodies, isJsonSchema, type RuleInput, type RuleUpsert } from './schemas'
import type { Rule } from './state'
import type { World } from './world'

export const ruleRoutes = {
  'GET /tracking-plans/{trackingPlanId}/rules': { paged: true, handle: list },
  'PUT /tracking-plans/{trackingPlanId}/rules': { handle: replace },
  'PATCH /tracking-plans/{trackingPlanId}/rules': { handle: upsert },
} satisfies Record<string, Route>

function list(call: Call): Data {
  const { rules } = trackingPlanWith(call.world.state, call.path('trackingPlanId'))
  return page(
    call,
    'rules',
    rules.map((rule) => details(call.world, rule)),
  )
}

function replace({ world, path, read }: Call): Data {
  const plan = trackingPlanWith(world.state, path('trackingPlanId'))
  const { rules } = read(bodies.replaceRules)
  rules.forEach(check)
  const createdAt = world.now()
  plan.rules = rules.map((rule) => ({ ...rule, createdAt, updatedAt: createdAt }))
  plan.updatedAt = createdAt
  return { status: 'SUCCESS' }
}

/** Updates the rule with the same type, key and version, or adds the rule. Other rules stay. */
function upsert({ world, path, read }: Call): Data {
  const plan = trackingPlanWith(world.state, path('trackingPlanId'))
  const { rules } = read(bodies.updateRules)
  rules.forEach(check)
  plan.updatedAt = world.now()
  for (const rule of rules) put(plan.rules, rule, plan.updatedAt)
  return { status: 'SUCCESS' }
}

function put(rules: Rule[], { newKey, ...rule }: RuleUpsert, updatedAt: string): void {
  const old = rules.find(({ type, key, version }) => type === rule.type && key === rule.key && version === rule.version)
  const renamed = newKey === undefined ? rule : { ...rule, key: newKey }
  if (old === undefined) rules.push({ ...renamed, createdAt: updatedAt, updatedAt })
  else Object.assign(old, renamed, { updatedAt })
}

function check({ type, key, jsonSchema }: RuleInput, index: number): void {
  if (type === 'TRACK' && !key) throw invalid(`rules[${index}].key`, 'is required')
  if (!isJsonSchema(jsonSchema)) throw badRequest(`rules[${index}].jsonSchema is not a valid JSON Schema`)
}

/** Segment may reorder a schema, which this fake always does, and add members without meaning. */
function details({ options }: World, { jsonSchema, ...rule }: Rule): Data {
  const schema = options.normalizesSchemas ? normalized(jsonSchema) : jsonSchema
  return {
    ...rule,
    jsonSchema: JSON.parse(alphabetize(JSON.stringify(schema))),
    deprecatedAt: '0001-01-01T00:00:00.000Z',
  }
}

function normalized({ properties, ...schema }: Record<string, unknown>): object {
  const parts = { context: {}, traits: {}, properties: {} }
  return { $id: '', labels: {}, title: '', ...schema, properties: { ...parts, ...Object(properties) } }
}
