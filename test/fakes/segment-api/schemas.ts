import Ajv, { type SchemaObject } from 'ajv'
import type { ResourceType, Rule, SettingDefinition, TrackingPlanType } from './state'

export interface CreateFunction {
  code: string
  displayName: string
  resourceType: ResourceType
  settings?: SettingDefinition[]
  description?: string
  logoUrl?: string
}
export interface CreateSource {
  slug: string
  enabled: boolean
  metadataId: string
  settings?: Record<string, unknown>
  disconnectAllWarehouses?: boolean
}
export interface CreateTrackingPlan {
  name: string
  type: TrackingPlanType
  description?: string
}
export type RuleInput = Omit<Rule, 'createdAt' | 'updatedAt'>
export type RuleUpsert = RuleInput & { newKey?: string }
type UpdateFunction = Partial<Omit<CreateFunction, 'resourceType'>>
type UpdateSource = Partial<Pick<CreateSource, 'slug' | 'enabled' | 'settings'>> & { name?: string }
type UpdateTrackingPlan = Partial<Omit<CreateTrackingPlan, 'type'>>

const text = { type: 'string' }
const filled = { type: 'string', minLength: 1 }
const flag = { type: 'boolean' }
const values = { type: 'object' }
const oneOf = (names: readonly string[]) => ({ type: 'string', enum: names })
const listOf = (items: SchemaObject, limits: SchemaObject = {}) => ({ type: 'array', items, ...limits })
/** An object that allows no other members. */
const closed = (properties: SchemaObject, required: readonly string[] = []): SchemaObject => {
  return { type: 'object', additionalProperties: false, properties, required }
}

export const resourceTypes = ['DESTINATION', 'INSERT_DESTINATION', 'INSERT_SOURCE', 'INSERT_TRANSFORMATION', 'SOURCE']
export const trackingPlanTypes = ['ENGAGE', 'LIVE', 'PROPERTY_LIBRARY', 'RULE_LIBRARY', 'TEMPLATE']
const ruleTypes = ['COMMON', 'GROUP', 'IDENTIFY', 'PAGE', 'SCREEN', 'TRACK']
const settingTypes = ['ARRAY', 'BOOLEAN', 'STRING', 'TEXT_MAP']

const setting = closed(
  { name: text, label: text, description: text, type: oneOf(settingTypes), required: flag, sensitive: flag },
  ['name', 'label', 'description', 'type', 'required', 'sensitive'],
)
const functions = { code: text, displayName: text, settings: listOf(setting), description: text, logoUrl: text }
const sources = { slug: filled, enabled: flag, settings: values }
const plans = { name: text, description: text }
const rule = { type: oneOf(ruleTypes), key: text, version: { type: 'number' }, jsonSchema: values }
const rulesOf = (members: SchemaObject) => {
  return closed({ rules: listOf(closed(members, ['type', 'version', 'jsonSchema']), { maxItems: 200 }) }, ['rules'])
}

// To check the schemas themselves takes longer than all that a test sends.
const ajv = new Ajv({ strict: false, validateSchema: false })

/** The request bodies of the Public API. */
export const bodies = {
  nothing: ajv.compile<object>(closed({})),
  createFunction: ajv.compile<CreateFunction>(
    closed({ ...functions, resourceType: oneOf(resourceTypes) }, ['code', 'displayName', 'resourceType']),
  ),
  updateFunction: ajv.compile<UpdateFunction>(closed(functions)),
  restoreVersion: ajv.compile<{ versionId: string }>(closed({ versionId: filled }, ['versionId'])),
  createSource: ajv.compile<CreateSource>(
    closed({ ...sources, metadataId: text, disconnectAllWarehouses: flag }, ['slug', 'enabled', 'metadataId']),
  ),
  updateSource: ajv.compile<UpdateSource>(closed({ ...sources, name: text })),
  createTrackingPlan: ajv.compile<CreateTrackingPlan>(
    closed({ ...plans, type: oneOf(trackingPlanTypes) }, ['name', 'type']),
  ),
  updateTrackingPlan: ajv.compile<UpdateTrackingPlan>(closed(plans)),
  replaceRules: ajv.compile<{ rules: RuleInput[] }>(rulesOf(rule)),
  updateRules: ajv.compile<{ rules: RuleUpsert[] }>(rulesOf({ ...rule, newKey: text })),
  addSource: ajv.compile<{ sourceId: string }>(closed({ sourceId: filled }, ['sourceId'])),
}

/** Whether a schema is a valid JSON Schema of draft 07. */
export function isJsonSchema(schema: Record<string, unknown>): boolean {
  try {
    return ajv.validateSchema(schema) === true
  } catch {
    return false // it names an unknown dialect
  }
}
