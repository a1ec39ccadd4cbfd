import { ApiError } from './api-error'

/** Whether Segment refused a call, or answered in an unknown form. It did not refuse the token, and it is not too busy. */
export function isRefused(error: unknown): boolean {
  const status = statusOf(error)
  return status !== undefined && status < 500 && status !== 401 && status !== 429
}

/** Whether a workspace lacks an endpoint. */
export function isNotFound(error: unknown): boolean {
  return statusOf(error) === 404
}

function statusOf(error: unknown): number | undefined {
  return error instanceof ApiError ? error.failure.status : undefined
}
