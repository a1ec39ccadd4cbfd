import { badRequest, conflict, invalid, notFound } from './errors'
import { sourceWith, trackingPlanWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import { bodies, type CreateTrackingPlan, trackingPlanTypes } from './schemas'
import { sourceDetails } from './sources'
import type { TrackingPlan } from './state'
import type { World } from './world'

const plan = '/tracking-plans/{trackingPlanId}'

export const trackingPlanRoutes = {
  'GET /tracking-plans': { query: ['type'], paged: true, handle: list },
  'POST /tracking-plans': { handle: create },
  [`DELETE ${plan}` as const]: { handle: remove },
  [`GET ${plan}/sources` as const]: { paged: true, handle: listSources },
  [`POST ${plan}/sources` as const]: { handle: connect },
  [`DELETE ${plan}/sources` as const]: { query: ['sourceId'], handle: disconnect },
} satisfies Record<string, Route>

function list(call: Call): Data {
  const wanted = call.query.get('type')
  if (wanted !== null && !trackingPlanTypes.includes(wanted)) {
    throw invalid('type', `must be one of ${trackingPlanTypes.join(', ')}`)
  }
  const plans = call.world.state.trackingPlans.filter(({ type }) => wanted === null || type === wanted)
  return page(call, 'trackingPlans', plans.map(details))
}

function create({ world, read }: Call): Data {
  return { trackingPlan: details(addTrackingPlan(world, read(bodies.createTrackingPlan))) }
}

/** Adds a tracking plan without rules. */
export function addTrackingPlan(world: World, input: CreateTrackingPlan): TrackingPlan {
  const { name, type, description = '' } = input
  const createdAt = world.now()
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const times = { createdAt, updatedAt: createdAt }
  const added: TrackingPlan = { id: `tp_${world.newId()}`, name, slug, description, type, ...times, rules: [] }
  world.state.trackingPlans.push(added)
  return added
}

function listSources(call: Call): Data {
  const { world } = call
  const { id } = trackingPlanWith(world.state, call.path('trackingPlanId'))
  const connected = world.state.sources.filter(({ trackingPlanId }) => trackingPlanId === id)
  return page(
    call,
    'sources',
    connected.map((source) => sourceDetails(world, source)),
  )
}

/** A source has one plan at most; connecting it to its own again changes nothing. */
function connect({ world, path, read }: Call): Data {
  const { id } = trackingPlanWith(world.state, path('trackingPlanId'))
  const source = sourceWith(world.state, read(bodies.addSource).sourceId)
  if (source.trackingPlanId !== null && source.trackingPlanId !== id) {
    throw conflict('source is connected to another tracking plan')
  }
  source.trackingPlanId = id
  return { status: 'SUCCESS' }
}

function disconnect({ world, path, query }: Call): Data {
  const { id } = trackingPlanWith(world.state, path('trackingPlanId'))
  const source = sourceWith(world.state, query.get('sourceId') ?? '')
  if (source.trackingPlanId !== id) throw notFound('source of the tracking plan')
  source.trackingPlanId = null
  return { status: 'SUCCESS' }
}

function remove({ world: { state }, path }: Call): Data {
  const plan = trackingPlanWith(state, path('trackingPlanId'))
  if (state.sources.some(({ trackingPlanId }) => trackingPlanId === plan.id))
    throw badRequest('the tracking plan is connected to a source')
  state.trackingPlans = state.trackingPlans.filter((one) => one !== plan)
  return { status: 'SUCCESS' }
}

function details({ rules: _rules, ...plan }: TrackingPlan): Data {
  return plan
}
