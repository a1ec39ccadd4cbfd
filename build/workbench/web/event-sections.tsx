import type { ComponentChildren } from 'preact'
import type { InspectedEvent } from '../../inspection/inspection'
import { useFirst } from './use-first'
import { Words } from './words'

interface Properties {
  readonly events: readonly InspectedEvent[]
  children(event: InspectedEvent): ComponentChildren
}

/** One section per event. A single event has no heading. */
export function EventSections({ events, children }: Properties) {
  const [shown, showAll] = useFirst(events, 'event')
  if (events.length === 0) return <p class="nothing">There is no event in this request to explain.</p>
  return (
    <>
      {shown.map((event) => (
        <section key={event.index} class="card">
          {events.length > 1 && (
            <h3>
              <Words text={event.type.emittedAs ?? event.type.sent ?? 'No type'} />{' '}
              <span class="muted">event[{event.index}]</span>
            </h3>
          )}
          {event.rejection !== null && (
            <p class="bad">
              Rejected: <Words text={event.rejection} />
            </p>
          )}
          {children(event)}
        </section>
      ))}
      {showAll}
    </>
  )
}
