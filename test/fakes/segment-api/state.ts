/** A setting of a function. Segment requires all six members. */
export interface SettingDefinition {
  name: string
  label: string
  description: string
  type: 'ARRAY' | 'BOOLEAN' | 'STRING' | 'TEXT_MAP'
  required: boolean
  sensitive: boolean
}

export type ResourceType = 'DESTINATION' | 'INSERT_DESTINATION' | 'INSERT_SOURCE' | 'INSERT_TRANSFORMATION' | 'SOURCE'

/** A saved version of the code. */
export interface Version {
  id: string
  code: string
  author: string
  createdAt: string
  /** The time of the last deployment to an instance. */
  deployedAt?: string
}

/** A function with all saved versions. Its sources have the running versions. */
export interface FunctionClass {
  /** `sfnc_` plus the catalog id. */
  id: string
  catalogId: string
  resourceType: ResourceType
  displayName: string
  description: string
  logoUrl: string
  settings: SettingDefinition[]
  createdAt: string
  createdBy: string
  /** The versions, oldest first. There is always at least one. */
  versions: Version[]
  /** The time of the last deployment of an instance. */
  deployedAt: string | null
}

/** A source. When its `metadataId` is a function's catalog id, it is an instance of that function. */
export interface Source {
  id: string
  slug: string
  name?: string
  metadataId: string
  enabled: boolean
  writeKeys: string[]
  /** The settings as they were sent. Only answers are masked. */
  settings: Record<string, unknown>
  trackingPlanId: string | null
  /** What becomes of calls that the tracking plan does not name. */
  schemaSettings?: { track?: Record<string, unknown>; identify?: Record<string, unknown> }
  /** The names of the connected destinations. */
  destinations?: string[]
  /** The running version. Absent before the first deployment. */
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

/** Events that Segment discarded at one moment. */
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

/** Calls that Segment received from a source at one moment. */
export interface Receipt {
  sourceId: string
  /** ISO 8601. */
  time: string
  count: number
}

/** The contents of a workspace. Tests may read and change them. */
export interface State {
  workspace: { id: string; slug: string; name: string }
  functions: FunctionClass[]
  sources: Source[]
  trackingPlans: TrackingPlan[]
  discards: Discard[]
  receipts: Receipt[]
}

export function emptyState(): State {
  return {
    workspace: { id: 'w1', slug: 'acme-dev', name: 'Acme Dev' },
    functions: [],
    sources: [],
    trackingPlans: [],
    discards: [],
    receipts: [],
  }
}
