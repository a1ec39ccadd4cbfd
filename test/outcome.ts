import type { Runtime, WebhookRequest } from '../build/runtime'
import { alphabetize } from '../build/runtime/alphabetize'
import { expectationOf, type Expectation as Outcome, plain } from '../build/workbench/expectation'
import { onRequest } from '../functions/on-request'
import type { Recorded } from './segment-globals'

export { type Expectation as Outcome, runtimeOf } from '../build/workbench/expectation'

/** A request to be sent; the body is JSON unless the headers say otherwise. */
export type Request = Pick<WebhookRequest, 'body' | 'headers'> & {
  readonly query?: string
  readonly settings?: Record<string, unknown>
}

const statuses: Readonly<Record<string, string>> = {
  ValidationError: 'rejected',
  InvalidEventPayload: 'rejected',
  EventNotSupported: 'unsupported',
}

/** The keys of a body's objects: as deployed functions get them, or as they are sent. */
export type KeyOrder = 'alphabetical' | 'as sent'

/** Runs the TypeScript sources, with the globals that `installSegmentGlobals` records from. */
export async function runSources(
  request: Request,
  recorded: Recorded,
  keyOrder: KeyOrder = 'alphabetical',
): Promise<Outcome> {
  recorded.clear()
  const error = await onRequest(segmentRequest(request, keyOrder), request.settings ?? {}).then(
    () => null,
    ({ name, message }: Error) => ({ name, message }),
  )
  const calls = error === null ? recorded.calls.map(({ type, message }) => ({ type, ...(message as object) })) : [] // recorded as sent
  const status = error === null ? 'ok' : (statuses[error.name] ?? 'error')
  return { status, error, calls: plain(calls), warnings: [...recorded.warnings], errors: [...recorded.errors] }
}

/** Runs the built script in a runtime. */
export async function runBundle(
  { query = '', settings = {}, ...request }: Request,
  runtime: Runtime,
): Promise<Outcome> {
  const receipt = await runtime.receive({ ...request, url: `https://localhost/webhook?${query}` }, settings)
  return expectationOf(receipt)
}

function segmentRequest({ body, headers = {}, query = '' }: Request, keyOrder: KeyOrder) {
  const sent = keyOrder === 'alphabetical' ? alphabetize(body) : body
  return {
    headers: new Headers(headers),
    url: new URL(`https://localhost/webhook?${query}`),
    json: (): unknown => JSON.parse(sent),
    text: () => body,
  }
}
