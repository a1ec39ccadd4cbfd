import type { DetailedRequest, RequestSummary, State, TestCase } from '../protocol'

/** What the server does for the page. Each throws an Error whose message a person can read. */
export const api = {
  requests: () => ask<RequestSummary[]>('/api/requests'),
  detail: (id: number) => ask<DetailedRequest>(`/api/requests/${id}`),
  replay: (id: number, body: string) => tell<DetailedRequest>('/api/replay', { id, body }),
  refresh: (id: number) => tell<DetailedRequest>('/api/refresh', { id }),
  send: (body: string) => tell<DetailedRequest>('/api/send', { body }),
  settings: (changes: Readonly<Record<string, unknown>>) => tell<State>('/api/settings', changes),
  sample: async (name: string) => (await fetchWell(`/api/sample?${new URLSearchParams({ name })}`)).text(),
  preview: (name: string, body: string) => tell<TestCase>('/api/test-case/preview', { name, body }),
  saveTestCase: (name: string, body: string) => tell<string[]>('/api/test-case', { name, body }),
}

// The server is of the same sources as the page, so its answers have the types that both share.
async function ask<Answer>(url: string): Promise<Answer> {
  return (await fetchWell(url)).json()
}

async function tell<Answer>(url: string, input: unknown): Promise<Answer> {
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

/** What to tell a person of something that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
