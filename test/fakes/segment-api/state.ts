/** What a setting of a function is: Segment wants all six members. */
export interface SettingDefinition {
  name: string
  label: string
  description: string
  type: 'ARRAY' | 'BOOLEAN' | 'STRING' | 'TEXT_MAP'
  required: boolean
  sensitive: boolean
}

export type ResourceType = 'DESTINATION' | 'INSERT_DESTINATION' | 'INSERT_SOURCE' | 'INSERT_TRANSFORMATION' | 'SOURCE'

/** Code as it was saved once. */
export interface Version {
  id: string
  code: string
  author: string
  createdAt: string
  /** When it was last deployed to an instance. */
  deployedAt?: string
}

/** A function: what is saved, in all its versions. What runs is with the sources made from it. */
export interface FunctionClass {
  /** `sfnc_` and the catalog id. */
  id: string
  catalogId: string
  resourceType: ResourceType
  displayName: string
  description: string
  logoUrl: string
  settings: SettingDefinition[]
  createdAt: string
  createdBy: string
  /** Oldest first, so the last one is the latest; there is always one. */
  versions: Version[]
  /** When an instance was last deployed. */
  deployedAt: string | null
}

/** A source; one whose `metadataId` is a function's catalog id is an instance of that function. */
export interface Source {
  id: string
  slug: string
  name?: string
  metadataId: string
  enabled: boolean
  writeKeys: string[]
  /** As they were sent; only answers are masked. */
  settings: Record<string, unknown>
  trackingPlanId: string | null
  /** The version that runs; none before the first deployment. */
  deployedVersionId?: string
}

export type RuleType = 'COMMON' | 'GROUP' | 'IDENTIFY' | 'PAGE' | 'SCREEN' | 'TRACK'

export interface Rule {
  type: RuleType
  key?: string
  version: number
  jsonSchema: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

export type TrackingPlanType = 'ENGAGE' | 'LIVE' | 'PROPERTY_LIBRARY' | 'RULE_LIBRARY' | 'TEMPLATE'

export interface TrackingPlan {
  id: string
  name: string
  slug: string
  description: string
  type: TrackingPlanType
  createdAt: string
  updatedAt: string
  rules: Rule[]
}

/** Events that Segment did not take in, at one moment. */
export interface Discard {
  sourceId: string
  /** ISO 8601. */
  time: string
  count: number
  discardReason: string
  eventName?: string
  eventType?: string
  appVersion?: string
}

/** All that a workspace holds; tests may read and change it. */
export interface State {
  workspace: { id: string; slug: string; name: string }
  functions: FunctionClass[]
  sources: Source[]
  trackingPlans: TrackingPlan[]
  discards: Discard[]
}

export function emptyState(): State {
  return {
    workspace: { id: 'w1', slug: 'acme-dev', name: 'Acme Dev' },
    functions: [],
    sources: [],
    trackingPlans: [],
    discards: [],
  }
}
