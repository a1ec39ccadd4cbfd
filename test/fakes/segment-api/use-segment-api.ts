import { type SegmentApi, type SegmentApiOptions, startSegmentApi } from '../segment-api'

export const token = 'sgp_aTokenForTests'

/** Gives each test of a file its own fake with this token. */
export function useSegmentApi(options: Partial<SegmentApiOptions> = {}): () => SegmentApi {
  let api: SegmentApi
  beforeEach(async () => {
    api = await startSegmentApi({ token, ...options })
  })
  afterEach(() => api.close())
  return () => api
}

/** An answer, read as JSON. */
export interface Reply {
  status: number
  headers: Headers
  body: { data?: Record<string, unknown>; errors?: unknown[] }
}

/** Calls a fake as a client with a token does. `call` is a method and a path, such as 'GET /functions'. */
export async function send({ url }: { url: string }, call: string, body?: unknown): Promise<Reply> {
  const response = await request({ url }, call, body)
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

/** The same, but returns the raw response. `init` overrides the options of fetch. */
export function request(
  { url }: { url: string },
  call: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Response> {
  const [method = '', path] = call.split(' ')
  const headers = {
    Authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
  return fetch(url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...init })
}
