import type { Connection } from './use-workbench'

interface Properties {
  readonly connection: Connection
  readonly webhook: string
  onSamples(): void
}

export function EmptyState({ connection, webhook, onSamples }: Properties) {
  if (connection === 'loading') return <section class="empty">Loading…</section>
  return (
    <section class="empty">
      <h2>Send the first webhook</h2>
      <p>
        Send a body to <code>{webhook}</code>, and what Segment would receive of it appears here.
      </p>
      <pre class="command">
        curl -H "content-type: application/json" \{'\n'} -d @test/webhooks/check-in/epoch-time.json \{'\n'} {webhook}
      </pre>
      <p>
        <button type="button" onClick={onSamples}>
          Choose a sample
        </button>
      </p>
    </section>
  )
}
