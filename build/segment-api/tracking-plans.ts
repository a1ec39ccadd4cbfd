import * as v from 'valibot'
import type { TrackingPlanRule } from '../catalog/tracking-plan'
import { UserError } from '../system/errors'
import { orOdd, readAll } from './pages'
import { removed } from './removed'
import { differingRules, type RemoteRule, type RuleDifference } from './rules'
import { keepOldest } from './same-name'
import type { Transport } from './transport'

const plan = v.object({ id: v.string(), name: v.nullish(v.string()), createdAt: v.nullish(v.string()) })
/** Members of another type must not hide the other rules. */
const rule = v.looseObject({
  type: v.fallback(v.string(), ''),
  key: v.fallback(v.nullish(v.string()), undefined),
  version: v.fallback(v.number(), 0),
})
const planSource = v.object({ id: v.string(), slug: v.string() })

/** Segment takes at most this many rules in a call. */
const mostRules = 200

export type TrackingPlan = v.InferOutput<typeof plan>
export type PlanSource = v.InferOutput<typeof planSource>

/** The endpoints of tracking plans (API documentation, "Tracking Plans"). */
export interface TrackingPlansApi {
  /** @throws UserError when several plans have the name. */
  findByName(name: string): Promise<TrackingPlan | undefined>
  /** @throws UserError when another deployment created one of this name at the same moment. Ours is then deleted. */
  create(name: string): Promise<TrackingPlan>
  rules(id: string): Promise<readonly RemoteRule[]>
  /** Adds these rules, or updates those of the same type, key and version. All others stay. */
  upsertRules(id: string, rules: readonly TrackingPlanRule[]): Promise<void>
  /** Replaces all rules of the plan. */
  replaceRules(id: string, rules: readonly TrackingPlanRule[]): Promise<void>
  /** The sources that are connected to a plan. */
  sources(id: string): Promise<readonly PlanSource[]>
  connect(id: string, sourceId: string): Promise<void>
  disconnect(id: string, sourceId: string): Promise<void>
  remove(id: string): Promise<void>
}

const done = v.object({})
const onePlan = v.object({ trackingPlan: plan })

/** `planOf` finds the plan of a source. */
export function trackingPlansApi(
  transport: Transport,
  planOf: (sourceId: string) => Promise<string | undefined>,
): TrackingPlansApi {
  const { write } = transport
  async function named(name: string): Promise<TrackingPlan[]> {
    const query = { type: 'LIVE' }
    const all = await readAll(transport, { path: '/tracking-plans', query }, 'trackingPlans', orOdd(plan))
    return all.filter((one) => one !== null).filter((one) => one.name === name)
  }
  async function send(method: 'PUT' | 'PATCH', id: string, rules: readonly TrackingPlanRule[]): Promise<void> {
    const differing = async () => differingRules(rules, await api.rules(id))
    const matters = ({ change }: RuleDifference) => method === 'PUT' || change !== 'not ours'
    const look = async () => ((await differing()).some(matters) ? undefined : {})
    await write({ method, path: `/tracking-plans/${id}/rules`, body: { rules } }, done, look)
  }
  const api: TrackingPlansApi = {
    async findByName(name) {
      const [found, ...others] = await named(name)
      if (found === undefined || others.length === 0) return found
      const ids = [found, ...others].map(({ id }) => id).join(', ')
      throw new UserError(
        `the workspace has ${others.length + 1} tracking plans named "${name}": ${ids}; rename or delete all but one in Segment`,
      )
    },
    async create(name) {
      const look = async () => {
        const found = (await named(name)).at(0)
        return found && { trackingPlan: found }
      }
      const call = { method: 'POST', path: '/tracking-plans', body: { name, type: 'LIVE' } } as const
      const { trackingPlan } = await write(call, onePlan, look)
      await keepOldest(trackingPlan.id, `tracking plan "${name}"`, await named(name), api.remove)
      return trackingPlan
    },
    rules: (id) => readAll(transport, { path: `/tracking-plans/${id}/rules` }, 'rules', rule),
    async upsertRules(id, rules) {
      for (const some of chunks(rules)) await send('PATCH', id, some)
    },
    async replaceRules(id, rules) {
      const [first = [], ...others] = chunks(rules)
      await send('PUT', id, first)
      for (const some of others) await send('PATCH', id, some)
    },
    async sources(id) {
      const all = await readAll(transport, { path: `/tracking-plans/${id}/sources` }, 'sources', orOdd(planSource))
      return all.filter((one) => one !== null)
    },
    async connect(id, sourceId) {
      const look = async () => ((await planOf(sourceId)) === id ? {} : undefined)
      await write({ method: 'POST', path: `/tracking-plans/${id}/sources`, body: { sourceId } }, done, look)
    },
    disconnect: (id, sourceId) => removed(transport, { path: `/tracking-plans/${id}/sources`, query: { sourceId } }),
    remove: (id) => removed(transport, { path: `/tracking-plans/${id}` }),
  }
  return api
}

function chunks(rules: readonly TrackingPlanRule[]): TrackingPlanRule[][] {
  const count = Math.ceil(rules.length / mostRules)
  return Array.from({ length: count }, (_, index) => rules.slice(index * mostRules, (index + 1) * mostRules))
}
