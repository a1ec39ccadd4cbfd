import * as v from 'valibot'
import type { TrackingPlanRule } from '../catalog/tracking-plan'
import { UserError } from '../system/errors'
import { readAll } from './pages'
import { differingRules, type RemoteRule } from './rules'
import type { Transport } from './transport'

const plan = v.object({ id: v.string(), name: v.nullish(v.string()) })
const rule = v.object({
  type: v.string(),
  key: v.nullish(v.string()),
  version: v.number(),
  jsonSchema: v.nullish(v.record(v.string(), v.unknown())),
})

export type TrackingPlan = v.InferOutput<typeof plan>

/** The endpoints of tracking plans (API documentation, "Tracking Plans"). */
export interface TrackingPlansApi {
  /** @throws UserError when several plans have the name. */
  findByName(name: string): Promise<TrackingPlan | undefined>
  create(name: string): Promise<TrackingPlan>
  rules(id: string): Promise<readonly RemoteRule[]>
  /** Replaces all rules of the plan. */
  replaceRules(id: string, rules: readonly TrackingPlanRule[]): Promise<void>
  connect(id: string, sourceId: string): Promise<void>
}

const done = v.object({})

/** `planOf` finds the plan of a source. */
export function trackingPlansApi(
  transport: Transport,
  planOf: (sourceId: string) => Promise<string | undefined>,
): TrackingPlansApi {
  const { write } = transport
  const onePlan = v.object({ trackingPlan: plan })
  const api: TrackingPlansApi = {
    async findByName(name) {
      const query = { type: 'LIVE' }
      const all = await readAll(transport, { path: '/tracking-plans', query }, 'trackingPlans', plan)
      const named = all.filter((one) => one.name === name)
      if (named.length > 1)
        throw new UserError(`the workspace has ${named.length} tracking plans named "${name}"; rename all but one`)
      return named[0]
    },
    async create(name) {
      const look = async () => {
        const found = await api.findByName(name)
        return found && { trackingPlan: found }
      }
      const call = { method: 'POST', path: '/tracking-plans', body: { name, type: 'LIVE' } } as const
      return (await write(call, onePlan, look)).trackingPlan
    },
    rules: (id) => readAll(transport, { path: `/tracking-plans/${id}/rules` }, 'rules', rule),
    async replaceRules(id, rules) {
      const look = async () => (differingRules(rules, await api.rules(id)).length === 0 ? {} : undefined)
      await write({ method: 'PUT', path: `/tracking-plans/${id}/rules`, body: { rules } }, done, look)
    },
    async connect(id, sourceId) {
      const look = async () => ((await planOf(sourceId)) === id ? {} : undefined)
      await write({ method: 'POST', path: `/tracking-plans/${id}/sources`, body: { sourceId } }, done, look)
    },
  }
  return api
}
