import Ajv, { type SchemaObject, type ValidateFunction } from 'ajv'
import { enumerations } from './sdk-models'
import { schemaOf } from './sdk-schemas'
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

export const resourceTypes: readonly string[] = enumerations.ResourceType
export const trackingPlanTypes: readonly string[] = enumerations.PlanType

// To check the schemas themselves takes longer than all that a test sends.
const ajv = new Ajv({ strict: false, validateSchema: false })

/** Gives the check of a body. It is compiled when it is needed: few tests need all of them. */
export type BodyCheck<Body> = () => ValidateFunction<Body>

/** A body as the SDK describes it, with limits that it does not mention. */
function body<Body>(model: string, limits: SchemaObject = {}): BodyCheck<Body> {
  return compiledOnce({ allOf: [schemaOf(model, { isClosed: true }), { properties: limits }] })
}

function compiledOnce<Body>(schema: SchemaObject): BodyCheck<Body> {
  let compiled: ValidateFunction<Body> | undefined
  return () => {
    compiled ??= ajv.compile<Body>(schema)
    return compiled
  }
}

const filled = { minLength: 1 }
const rules = { rules: { maxItems: 200 } }

/** The request bodies of the Public API. */
export const bodies = {
  nothing: compiledOnce<object>({ type: 'object', additionalProperties: false }),
  createFunction: body<CreateFunction>('CreateFunctionV1Input'),
  updateFunction: body<UpdateFunction>('UpdateFunctionV1Input'),
  restoreVersion: body<{ versionId: string }>('RestoreFunctionVersionAlphaInput', { versionId: filled }),
  createSource: body<CreateSource>('CreateSourceV1Input', { slug: filled }),
  updateSource: body<UpdateSource>('UpdateSourceV1Input', { slug: filled }),
  createTrackingPlan: body<CreateTrackingPlan>('CreateTrackingPlanV1Input'),
  replaceRules: body<{ rules: RuleInput[] }>('ReplaceRulesInTrackingPlanV1Input', rules),
  updateRules: body<{ rules: RuleUpsert[] }>('UpdateRulesInTrackingPlanV1Input', rules),
  addSource: body<{ sourceId: string }>('AddSourceToTrackingPlanV1Input', { sourceId: filled }),
}

/** Whether a schema is a valid JSON Schema of draft 07. */
export function isJsonSchema(schema: Record<string, unknown>): boolean {
  try {
    return ajv.validateSchema(schema) === true
  } catch {
    return false // it names an unknown dialect
  }
}
