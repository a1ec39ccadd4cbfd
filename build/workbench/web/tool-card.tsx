import type { CallOutcome, Fired } from '../../destinations/runner/trial'
import type { SegmentCall } from '../../runtime/receipt'
import { counted } from '../../system/numbers'
import type { ShownTool } from '../shown-trials'
import { CopyButton } from './copy-button'

interface Properties {
  readonly tool: ShownTool
  readonly calls: readonly SegmentCall[]
}

/** What one tool makes of the calls. It is closed until somebody opens it, as there are many tools. */
export function ToolCard({ tool, calls }: Properties) {
  const { name, outcomes, inputs, subscriptions } = tool
  return (
    <details class="card tool">
      <summary>
        <Mark outcomes={outcomes} /> <strong>{name}</strong> <span class="muted">{summaryOf(outcomes)}</span>
      </summary>
      {inputs.length > 0 && <p class="muted">To fill in: {inputs.join(', ')}</p>}
      {outcomes.map((outcome, index) => (
        <CallPart key={index} call={calls[index]} outcome={outcome} />
      ))}
      <CopyButton label="Copy mapping" text={() => JSON.stringify(subscriptions, null, 2)} />
    </details>
  )
}

function Mark({ outcomes }: { outcomes: readonly CallOutcome[] }) {
  if (outcomes.some(isRefused)) return <span class="bad">✗</span>
  if (outcomes.some(({ fired }) => fired.length > 0)) return <span class="good">✓</span>
  return <span class="muted">–</span>
}

function summaryOf(outcomes: readonly CallOutcome[]): string {
  const fired = outcomes.flatMap((outcome) => outcome.fired)
  const refused = outcomes.filter(isRefused).length
  if (refused > 0) return `${counted(refused, 'call')} refused`
  if (fired.length === 0) return 'nothing fires'
  return counted(fired.flatMap(({ requests }) => requests).length, 'request')
}

function isRefused({ fired, error }: CallOutcome): boolean {
  return error !== null || fired.some((one) => one.error !== null)
}

function CallPart({ call, outcome: { fired, lost, error } }: { call: SegmentCall | undefined; outcome: CallOutcome }) {
  return (
    <section>
      <h3>
        <span class="call-type">{call?.type}</span> {typeof call?.event === 'string' && call.event}
      </h3>
      {error !== null && <p class="bad">{error}</p>}
      {error === null && fired.length === 0 && <p class="muted">Nothing fires.</p>}
      {fired.map((one, index) => (
        <FiredPart key={index} fired={one} />
      ))}
      {lost.length > 0 && <p class="muted">Not sent: {lost.join(', ')}</p>}
    </section>
  )
}

function FiredPart({ fired: { subscription, action, requests, error } }: { fired: Fired }) {
  return (
    <>
      <p>
        {subscription} <span class="muted">({action})</span>
      </p>
      {error !== null && <p class="bad">{error}</p>}
      {error === null && requests.length === 0 && <p class="muted">Sends nothing.</p>}
      {requests.map(({ method, url, body }, index) => (
        <pre key={index} class="json">
          {`${method} ${url}\n${typeof body === 'string' ? body : JSON.stringify(body, null, 2)}`}
        </pre>
      ))}
    </>
  )
}
