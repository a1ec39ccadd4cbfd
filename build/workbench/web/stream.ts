import type { Messages } from '../protocol'

type Listeners = { readonly [Name in keyof Messages]: (message: Messages[Name]) => void } & {
  readonly opened: () => void
  readonly lost: () => void
}

/** Listens to the server and reconnects when needed. Returns a function that stops listening. */
export function listen({ opened, lost, request, state }: Listeners): () => void {
  const source = new EventSource('/api/stream')
  source.addEventListener('open', opened)
  source.addEventListener('error', lost)
  source.addEventListener('request', ({ data }) => request(JSON.parse(data)))
  source.addEventListener('state', ({ data }) => state(JSON.parse(data)))
  return () => source.close()
}
