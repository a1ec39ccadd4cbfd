import * as v from 'valibot'
import { ApiError } from './api-error'
import type { ApiCall, Transport } from './transport'

/** Deletes something. It is fine when it is not there anymore. A repeated deletion does no harm. */
export async function removed(transport: Transport, { path, query }: Pick<ApiCall, 'path' | 'query'>): Promise<void> {
  const call: ApiCall = { method: 'DELETE', path, ...(query !== undefined && { query }) }
  try {
    await transport.write(call, v.object({}), async () => undefined)
  } catch (error) {
    if (!(error instanceof ApiError && error.failure.status === 404)) throw error
  }
}
