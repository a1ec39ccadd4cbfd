/** The query parameters, the body and the answer of our endpoints in Segment's official SDK. */
interface SdkRoute {
  /** `pagination` stands for its two parameters, `groupBy` for a numbered list. */
  readonly query?: readonly string[]
  readonly required?: readonly string[]
  /** The names of models. */
  readonly body?: string
  readonly answer: string
}

const metrics = {
  query: ['sourceId', 'startTime', 'endTime', 'groupBy', 'granularity', 'filter', 'pagination'],
  required: ['sourceId', 'startTime', 'endTime', 'granularity'],
  answer: 'GetDeliveryOverviewMetricsBetaOutput',
}
const plan = '/tracking-plans/{trackingPlanId}'

/** By method and path. */
export const sdkRoutes: Readonly<Record<string, SdkRoute>> = {
  'GET /': { answer: 'GetWorkspaceV1Output' },
  'GET /functions': {
    ...{ query: ['resourceType', 'pagination'], required: ['resourceType'], answer: 'ListFunctionsV1Output' },
  },
  'POST /functions': { body: 'CreateFunctionV1Input', answer: 'CreateFunctionV1Output' },
  'GET /functions/{functionId}': { answer: 'GetFunctionV1Output' },
  'PATCH /functions/{functionId}': { body: 'UpdateFunctionV1Input', answer: 'UpdateFunctionV1Output' },
  'DELETE /functions/{functionId}': { answer: 'DeleteFunctionV1Output' },
  'POST /functions/{functionId}/deploy': { answer: 'CreateFunctionDeploymentV1Output' },
  'GET /functions/{functionId}/versions': { query: ['pagination'], answer: 'ListFunctionVersionsAlphaOutput' },
  'POST /functions/{functionId}/versions': {
    ...{ body: 'RestoreFunctionVersionAlphaInput', answer: 'RestoreFunctionVersionAlphaOutput' },
  },
  'GET /sources': { query: ['pagination'], answer: 'ListSourcesV1Output' },
  'POST /sources': { body: 'CreateSourceV1Input', answer: 'CreateSourceV1Output' },
  'GET /sources/{sourceId}': { answer: 'GetSourceV1Output' },
  'PATCH /sources/{sourceId}': { body: 'UpdateSourceV1Input', answer: 'UpdateSourceV1Output' },
  'DELETE /sources/{sourceId}': { answer: 'DeleteSourceV1Output' },
  'GET /sources/{sourceId}/settings': { answer: 'ListSchemaSettingsInSourceV1Output' },
  'GET /sources/{sourceId}/connected-destinations': {
    ...{ query: ['pagination'], answer: 'ListConnectedDestinationsFromSourceV1Output' },
  },
  'GET /tracking-plans': { query: ['type', 'pagination'], answer: 'ListTrackingPlansV1Output' },
  'POST /tracking-plans': { body: 'CreateTrackingPlanV1Input', answer: 'CreateTrackingPlanV1Output' },
  [`DELETE ${plan}`]: { answer: 'DeleteTrackingPlanV1Output' },
  [`GET ${plan}/rules`]: { query: ['pagination'], answer: 'ListRulesFromTrackingPlanV1Output' },
  [`PUT ${plan}/rules`]: {
    ...{ body: 'ReplaceRulesInTrackingPlanV1Input', answer: 'ReplaceRulesInTrackingPlanV1Output' },
  },
  [`PATCH ${plan}/rules`]: {
    ...{ body: 'UpdateRulesInTrackingPlanV1Input', answer: 'UpdateRulesInTrackingPlanV1Output' },
  },
  [`GET ${plan}/sources`]: { query: ['pagination'], answer: 'ListSourcesFromTrackingPlanV1Output' },
  [`POST ${plan}/sources`]: { body: 'AddSourceToTrackingPlanV1Input', answer: 'AddSourceToTrackingPlanV1Output' },
  [`DELETE ${plan}/sources`]: {
    ...{ query: ['sourceId'], required: ['sourceId'], answer: 'RemoveSourceFromTrackingPlanV1Output' },
  },
  'GET /delivery-overview/failed-on-ingest': metrics,
  'GET /delivery-overview/successfully-received': metrics,
}
