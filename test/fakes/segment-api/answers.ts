import type { SegmentApi } from '../segment-api'
import { send } from './use-segment-api'

export const code = 'async function onRequest() {}'

export const secret = {
  name: 'secret',
  label: 'Secret',
  description: 'A secret',
  type: 'STRING' as const,
  required: true,
  sensitive: true,
}

/** What a function is created with. */
export const created = { code, displayName: 'Loyalty', resourceType: 'SOURCE' as const }

/** A function with an instance that runs its first version, and a plan. */
export function workspace({ app }: SegmentApi) {
  const fn = app.addFunction({ ...created, settings: [secret] })
  const source = app.addInstance(fn, { slug: 'loyalty', settings: { secret: 'hush', merchantId: '7' } })
  app.deploy(fn.id)
  const plan = app.addTrackingPlan({ name: 'Loyalty' })
  return { fn, source, plan }
}

/** What a call gave: its status, and the part of the answer that the test is about. */
export async function answer(api: SegmentApi, call: string, body?: unknown): Promise<[number, unknown]> {
  const reply = await send(api, call, body)
  return [reply.status, reply.body.data ?? reply.body.errors]
}

/** The list of errors in a refusal, of one error. */
export function problem(type: string, message: string, field?: string) {
  return [{ type, message, ...(field && { field }) }]
}

/** The answer to a member that is not as Segment wants it. */
export function invalid(field: string, message: string) {
  return [422, problem('input-validation', `"${field}" ${message}`, field)]
}

/** The answer to a name of what is not there. */
export function missing(what: string) {
  return [404, problem('not-found', `${what} not found`)]
}
