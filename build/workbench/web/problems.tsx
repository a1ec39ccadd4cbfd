import type { DetailedRequest } from '../protocol'
import { Words } from './words'

/** Why a request or an event was rejected, and the function's warnings. */
export function Problems({ detail: { error, logs, discarded } }: { detail: DetailedRequest }) {
  if (error === null && logs.length + discarded.length === 0) return null
  return (
    <ul class="problems" aria-label="Errors and warnings">
      {error !== null && (
        <li class="bad">
          <strong>{error.name}</strong> <Words text={error.message} />
        </li>
      )}
      {logs.map(({ level, text }, index) => (
        <li key={index} class={level === 'error' ? 'bad' : 'warn'}>
          <Words text={text} />
        </li>
      ))}
      {discarded.map(({ call, reason }, index) => (
        <li key={index} class="bad">
          <Words text={`Segment would drop the ${call.type} call: ${reason}`} />
        </li>
      ))}
    </ul>
  )
}
