/** A refusal in Segment's format: `{"errors": [{type, message, field?}]}` with this status. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

export const badRequest = (message: string): ApiError => new ApiError(400, 'bad-request', message)
export const unauthorized = (): ApiError => new ApiError(401, 'unauthorized', 'unauthorized')
export const notFound = (what: string): ApiError => new ApiError(404, 'not-found', `${what} not found`)
export const conflict = (message: string): ApiError => new ApiError(409, 'conflict', message)
export const invalid = (field: string, message: string): ApiError =>
  new ApiError(422, 'input-validation', `"${field}" ${message}`, field)
