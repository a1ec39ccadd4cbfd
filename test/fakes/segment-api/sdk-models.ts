/** The version of Segment's official SDK that these tables are of (GitHub: segmentio/public-api-sdk-typescript). */
export const sdkVersion = '73.2.0'

/**
 * What the SDK says of the bodies and answers of our endpoints: member → type. `?` marks a member that may be absent,
 * `| null` one that may be null, `[]` a list. A type is a basic one, `map`, `any`, an enumeration or another model.
 */
export const models: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PaginationOutput: {
    current: 'string',
    'next?': 'string | null',
    'previous?': 'string | null',
    'totalEntries?': 'number',
  },
  WorkspaceV1: { id: 'string', slug: 'string', name: 'string' },
  GetWorkspaceV1Output: { workspace: 'WorkspaceV1' },

  FunctionSettingV1: {
    ...{ name: 'string', label: 'string', description: 'string', type: 'SettingType' },
    ...{ required: 'boolean', sensitive: 'boolean' },
  },
  FunctionV1: {
    ...{ 'id?': 'string', 'resourceType?': 'ResourceType', 'createdAt?': 'string', 'createdBy?': 'string' },
    ...{ 'code?': 'string', 'deployedAt?': 'string | null', 'settings?': 'FunctionSettingV1[]' },
    ...{ 'displayName?': 'string', 'description?': 'string', 'logoUrl?': 'string', 'previewWebhookUrl?': 'string' },
    ...{ 'batchMaxCount?': 'number', 'catalogId?': 'string', 'isLatestVersion?': 'boolean' },
  },
  ListFunctionItemV1: {
    ...{ 'id?': 'string', 'resourceType?': 'ResourceType', 'createdAt?': 'string', 'createdBy?': 'string' },
    ...{ 'displayName?': 'string', 'description?': 'string', 'logoUrl?': 'string', 'catalogId?': 'string' },
  },
  CreateFunctionV1Input: {
    ...{ code: 'string', 'settings?': 'FunctionSettingV1[]', displayName: 'string', 'logoUrl?': 'string' },
    ...{ resourceType: 'ResourceType', 'description?': 'string' },
  },
  UpdateFunctionV1Input: {
    ...{ 'code?': 'string', 'settings?': 'FunctionSettingV1[]', 'displayName?': 'string' },
    ...{ 'logoUrl?': 'string', 'description?': 'string' },
  },
  ListFunctionsV1Output: { functions: 'ListFunctionItemV1[]', pagination: 'PaginationOutput' },
  CreateFunctionV1Output: { function: 'FunctionV1' },
  GetFunctionV1Output: { function: 'FunctionV1 | null' },
  UpdateFunctionV1Output: { function: 'FunctionV1' },
  DeleteFunctionV1Output: { status: 'Success' },
  FunctionDeployment: { status: 'Success' },
  CreateFunctionDeploymentV1Output: { functionDeployment: 'FunctionDeployment' },
  Version: {
    ...{ id: 'string', 'author?': 'string', code: 'string', 'isDeployed?': 'boolean' },
    ...{ 'createdAt?': 'string', 'updatedAt?': 'string', 'deployedAt?': 'string' },
  },
  ListFunctionVersionsAlphaOutput: { versions: 'Version[]', pagination: 'PaginationOutput' },
  RestoreFunctionVersionAlphaInput: { versionId: 'string' },
  RestoreFunctionVersionAlphaOutput: { version: 'Version' },

  LabelV1: { key: 'string', value: 'string', 'description?': 'string' },
  LogosBeta: { default: 'string', 'mark?': 'string | null', 'alt?': 'string | null' },
  IntegrationOptionBeta: {
    ...{ name: 'string', type: 'string', required: 'boolean', 'description?': 'string' },
    ...{ 'defaultValue?': 'any', 'label?': 'string' },
  },
  SourceMetadataV1: {
    ...{ id: 'string', name: 'string', slug: 'string', description: 'string', logos: 'LogosBeta' },
    ...{ options: 'IntegrationOptionBeta[]', categories: 'string[]', isCloudEventSource: 'boolean' },
    ...{ status: 'MetadataStatus', 'partnerOwned?': 'boolean' },
  },
  SourceV1: {
    ...{ id: 'string', slug: 'string', 'name?': 'string', metadata: 'SourceMetadataV1', workspaceId: 'string' },
    ...{ enabled: 'boolean', writeKeys: 'string[]', 'settings?': 'map', labels: 'LabelV1[]' },
  },
  CreateSourceV1Input: {
    ...{ slug: 'string', enabled: 'boolean', metadataId: 'string', 'settings?': 'map' },
    ...{ 'disconnectAllWarehouses?': 'boolean' },
  },
  UpdateSourceV1Input: { 'name?': 'string', 'enabled?': 'boolean', 'slug?': 'string', 'settings?': 'map' },
  ListSourcesV1Output: { sources: 'SourceV1[]', pagination: 'PaginationOutput' },
  CreateSourceV1Output: { source: 'SourceV1' },
  GetSourceV1Output: { source: 'SourceV1', trackingPlanId: 'string | null' },
  UpdateSourceV1Output: { source: 'SourceV1' },
  DeleteSourceV1Output: { status: 'Success' },
  TrackSourceSettingsV1: {
    ...{ 'allowUnplannedEvents?': 'boolean', 'allowUnplannedEventProperties?': 'boolean' },
    ...{ 'allowEventOnViolations?': 'boolean', 'allowPropertiesOnViolations?': 'boolean' },
    'commonEventOnViolations?': 'OnTrackViolations',
  },
  IdentifySourceSettingsV1: {
    ...{ 'allowUnplannedTraits?': 'boolean', 'allowTraitsOnViolations?': 'boolean' },
    'commonEventOnViolations?': 'OnTraitViolations',
  },
  GroupSourceSettingsV1: {
    ...{ 'allowUnplannedTraits?': 'boolean', 'allowTraitsOnViolations?': 'boolean' },
    'commonEventOnViolations?': 'OnTraitViolations',
  },
  /** The metadata of a destination has many more members, which nothing here needs. */
  DestinationV1: {
    ...{ id: 'string', 'name?': 'string', enabled: 'boolean', metadata: 'map', sourceId: 'string', settings: 'map' },
  },
  ListConnectedDestinationsFromSourceV1Output: { destinations: 'DestinationV1[]', pagination: 'PaginationOutput' },
  SourceSettingsOutputV1: {
    ...{
      'track?': 'TrackSourceSettingsV1',
      'identify?': 'IdentifySourceSettingsV1',
      'group?': 'GroupSourceSettingsV1',
    },
    ...{ 'forwardingViolationsTo?': 'string', 'forwardingBlockedEventsTo?': 'string' },
  },
  ListSchemaSettingsInSourceV1Output: { sourceId: 'string', settings: 'SourceSettingsOutputV1' },

  TrackingPlanV1: {
    ...{ id: 'string', 'name?': 'string', 'slug?': 'string', 'description?': 'string', type: 'PlanType' },
    ...{ 'updatedAt?': 'string', 'createdAt?': 'string' },
  },
  CreateTrackingPlanV1Input: { name: 'string', 'description?': 'string', type: 'PlanType' },
  ListTrackingPlansV1Output: { trackingPlans: 'TrackingPlanV1[]', pagination: 'PaginationOutput' },
  CreateTrackingPlanV1Output: { trackingPlan: 'TrackingPlanV1' },
  DeleteTrackingPlanV1Output: { status: 'Success' },
  RuleV1: {
    ...{ type: 'RuleType', 'key?': 'string', jsonSchema: 'any', version: 'number' },
    ...{ 'createdAt?': 'string', 'updatedAt?': 'string', 'deprecatedAt?': 'string' },
  },
  RuleInputV1: { type: 'RuleType', 'key?': 'string', jsonSchema: 'any', version: 'number' },
  UpsertRuleV1: { 'newKey?': 'string', type: 'RuleType', 'key?': 'string', jsonSchema: 'any', version: 'number' },
  ListRulesFromTrackingPlanV1Output: { rules: 'RuleV1[]', pagination: 'PaginationOutput' },
  ReplaceRulesInTrackingPlanV1Input: { rules: 'RuleInputV1[]' },
  ReplaceRulesInTrackingPlanV1Output: { status: 'Success' },
  UpdateRulesInTrackingPlanV1Input: { rules: 'UpsertRuleV1[]' },
  UpdateRulesInTrackingPlanV1Output: { status: 'Success' },
  AddSourceToTrackingPlanV1Input: { sourceId: 'string' },
  AddSourceToTrackingPlanV1Output: { status: 'Success' },
  RemoveSourceFromTrackingPlanV1Output: { status: 'Success' },
  ListSourcesFromTrackingPlanV1Output: { sources: 'SourceV1[]', pagination: 'PaginationOutput' },

  DeliveryOverviewMetricsDatapoint: { time: 'string', count: 'number', 'retryCount?': 'number' },
  DeliveryOverviewMetricsDataset: {
    ...{ 'eventName?': 'string', 'appVersion?': 'string', 'eventType?': 'string', 'discardReason?': 'string' },
    ...{ total: 'number', series: 'DeliveryOverviewMetricsDatapoint[]', 'totalRetryCount?': 'number' },
  },
  GetDeliveryOverviewMetricsBetaOutput: {
    ...{ total: 'number', dataset: 'DeliveryOverviewMetricsDataset[]', pagination: 'PaginationOutput' },
  },
}

export const enumerations = {
  ResourceType: ['DESTINATION', 'INSERT_DESTINATION', 'INSERT_SOURCE', 'INSERT_TRANSFORMATION', 'SOURCE'],
  SettingType: ['ARRAY', 'BOOLEAN', 'STRING', 'TEXT_MAP'],
  MetadataStatus: [
    ...['DEPRECATED', 'PRIVATE_BETA', 'PRIVATE_BUILDING', 'PRIVATE_SUBMITTED', 'PUBLIC', 'PUBLIC_BETA', 'UNAVAILABLE'],
  ],
  OnTrackViolations: ['ALLOW', 'BLOCK', 'OMIT_PROPERTIES'],
  OnTraitViolations: ['ALLOW', 'BLOCK', 'OMIT_TRAITS'],
  PlanType: ['ENGAGE', 'LIVE', 'PROPERTY_LIBRARY', 'RULE_LIBRARY', 'TEMPLATE'],
  RuleType: ['COMMON', 'GROUP', 'IDENTIFY', 'PAGE', 'SCREEN', 'TRACK'],
  Success: ['SUCCESS'],
} as const satisfies Readonly<Record<string, readonly string[]>>
