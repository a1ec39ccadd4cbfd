import type { Mode } from '../../destinations/runner/trial'
import type { DetailedRequest, RequestSummary, State, TestCase } from '../protocol'
import type { ShownTrials } from '../shown-trials'

/** The server's functions for the page. Each throws an Error with a readable message. */
export const api = {
  requests: () => ask<RequestSummary[]>('/api/requests'),
  detail: (id: number) => ask<DetailedRequest>(`/api/requests/${id}`),
  /** Sends a request again; with another body, or with its own, of which the page does not know the secrets. */
  replay: (id: number, body: string | null) =>
    post<DetailedRequest>('/api/replay', { id, ...(body !== null && { body }) }),
  refresh: (id: number) => post<DetailedRequest>('/api/refresh', { id }),
  /** Makes the change of a remedy in `segment.config.json`, and runs the request again. */
  fix: (id: number, remedy: string) => post<DetailedRequest>('/api/fix', { id, remedy }),
  send: (body: string) => post<DetailedRequest>('/api/send', { body }),
  settings: (changes: Readonly<Record<string, unknown>>) => post<State>('/api/settings', changes),
  sample: async (name: string) => (await fetchWell(`/api/sample?${new URLSearchParams({ name })}`)).text(),
  preview: (name: string, body: string) => post<TestCase>('/api/test-case/preview', { name, body }),
  saveTestCase: (name: string, body: string) => post<string[]>('/api/test-case', { name, body }),
  destinations: (id: number, mode: Mode) => ask<ShownTrials>(`/api/destinations/${id}/${mode}`),
}

// Server and page come from the same sources, so the answers have the shared types.
async function ask<Answer>(url: string): Promise<Answer> {
  return (await fetchWell(url)).json()
}

async function post<Answer>(url: string, input: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return (await fetchWell(url, { method: 'POST', headers, body: JSON.stringify(input) })).json()
}

async function fetchWell(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, options).catch(() => {
    throw new Error('The server does not answer; is npm run dev still running?')
  })
  if (response.ok) return response
  const answer: { error?: unknown } = await response.json().catch(() => ({}))
  throw new Error(typeof answer.error === 'string' ? answer.error : `the server answered ${response.status}`)
}

/** A readable message for a thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
