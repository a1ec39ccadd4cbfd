import type { CallOutcome, Fired } from '../../destinations/runner/trial'
import type { SegmentCall } from '../../runtime/receipt'
import { counted } from '../../system/numbers'
import type { ShownTool } from '../shown-trials'
import { CopyButton } from './copy-button'
import { Scroll } from './scroll'
import { PathWords, Words } from './words'

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
        <Mark outcomes={outcomes} /> <strong>{name}</strong> <Summary outcomes={outcomes} />
      </summary>
      {inputs.length > 0 && (
        <p class="muted">
          <Words text={`To fill in: ${inputs.join(', ')}`} />
        </p>
      )}
      {outcomes.map((outcome, index) => (
        <CallPart key={index} call={calls[index]} outcome={outcome} />
      ))}
      <CopyButton label="Copy mapping" text={() => JSON.stringify(subscriptions, null, 2)} />
    </details>
  )
}

function Mark({ outcomes }: { outcomes: readonly CallOutcome[] }) {
  if (outcomes.flatMap(problemsOf).length > 0) return <span class="bad">✗</span>
  if (outcomes.some(({ fired }) => fired.length > 0)) return <span class="good">✓</span>
  return <span class="muted">–</span>
}

/** The words of the validator when it refuses a call, else how many requests are sent. */
function Summary({ outcomes }: { outcomes: readonly CallOutcome[] }) {
  const problems = new Set(outcomes.flatMap(problemsOf))
  if (problems.size > 0) return <Problem text={[...problems].join(' ')} />
  const fired = outcomes.flatMap((outcome) => outcome.fired)
  const sent = counted(fired.flatMap(({ requests }) => requests).length, 'request')
  return <span class="muted">{fired.length === 0 ? 'nothing fires' : sent}</span>
}

function Problem({ text }: { text: string }) {
  return (
    <span class="bad">
      <Words text={text} />
    </span>
  )
}

function problemsOf({ fired, error }: CallOutcome): string[] {
  return [error, ...fired.map((one) => one.error)].filter((problem) => problem !== null)
}

function CallPart({ call, outcome: { fired, lost, error } }: { call: SegmentCall | undefined; outcome: CallOutcome }) {
  return (
    <section>
      <h3>
        <span class="call-type">{call?.type}</span> {typeof call?.event === 'string' && <Words text={call.event} />}
      </h3>
      {error !== null && <Problem text={error} />}
      {error === null && fired.length === 0 && <p class="muted">Nothing fires.</p>}
      {fired.map((one, index) => (
        <FiredPart key={index} fired={one} />
      ))}
      {lost.length > 0 && (
        <p class="muted">
          <PathWords path={`Not sent: ${lost.join(', ')}`} />
        </p>
      )}
    </section>
  )
}

function FiredPart({ fired: { subscription, action, requests, error } }: { fired: Fired }) {
  return (
    <>
      <p>
        <Words text={subscription} />{' '}
        <span class="muted">
          (<Words text={action} />)
        </span>
      </p>
      {error !== null && <Problem text={error} />}
      {error === null && requests.length === 0 && <p class="muted">Sends nothing.</p>}
      {requests.map(({ method, url, body }, index) => (
        <Scroll key={index} label="The request that the tool receives">
          <pre class="json">
            {`${method} ${url}\n${typeof body === 'string' ? body : JSON.stringify(body, null, 2)}`}
          </pre>
        </Scroll>
      ))}
    </>
  )
}
