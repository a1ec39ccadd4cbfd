import type { ComponentChildren } from 'preact'
import type { FoundValue, InspectedEvent, InspectedSource } from '../../inspection/inspection'
import { EventSections } from './event-sections'
import { Grid } from './grid'
import { Origins } from './origins'
import { Value } from './value'
import { Words } from './words'

/** Who each event is about, and why. */
export function IdentityView({ events }: { events: readonly InspectedEvent[] }) {
  return <EventSections events={events}>{(event) => <Identity event={event} />}</EventSections>
}

function Identity({ event }: { event: InspectedEvent }) {
  const { identity, type, time, ownId, place, outside } = event
  const { userId, anonymousId, anonymousOf, sources, guest } = identity
  const none = event.rejection === null ? 'none' : 'none: the event is rejected'
  return (
    <>
      <table class="fields">
        <caption class="hidden">Identity</caption>
        <tbody>
          <Row name="userId">
            <Words text={userId ?? none} />
          </Row>
          <Row name="anonymousId">
            <Words text={anonymousId ?? none} />
          </Row>
          {anonymousOf !== null && (
            <Row name="made from">
              {anonymousOf.kind} <Value value={anonymousOf.value} />{' '}
              <Origins origins={anonymousOf.origins} place={place} />
            </Row>
          )}
          <Row name="guest">
            merchant {guest.merchant ?? 'unknown'}, account {guest.account ?? 'unknown'}, card {guest.card ?? 'unknown'}
          </Row>
          {outside.length > 0 && (
            <Row name="outside">
              <Words text={outside.map((path) => path || 'the top of the body').join(', ')} />: outside the event
            </Row>
          )}
          <Row name="event type">
            <Words text={type.sent === null ? 'none' : `${type.sent}${knownAsText(type)}`} />{' '}
            {type.origin !== null && <Origins origins={[type.origin]} place={place} />}
          </Row>
          <Row name="timestamp">
            <ValueWithOrigins found={time} place={place} otherwise="none: Segment uses the time of receipt" />
          </Row>
          <Row name="event's own id">
            <ValueWithOrigins found={ownId} place={place} otherwise="none: message ids are made from the content" />
          </Row>
        </tbody>
      </table>
      {sources.length > 0 && <Sources sources={sources} place={place} />}
    </>
  )
}

function knownAsText({ event, knownAs }: InspectedEvent['type']): string {
  return event === null ? '' : `, known as ${event} by its ${knownAs ?? 'name'}`
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  )
}

function ValueWithOrigins({ found, place, otherwise }: { found: FoundValue | null; place: string; otherwise: string }) {
  if (found === null) return <span class="muted">{otherwise}</span>
  return (
    <>
      <Value value={found.value} /> <Origins origins={found.origins} place={place} />
    </>
  )
}

function Sources({ sources, place }: { sources: readonly InspectedSource[]; place: string }) {
  return (
    <Grid
      caption="Where a userId was sought, in the order of the setting userIdFrom"
      columns={['Source', 'Outcome', 'Value', 'Place in the body']}
    >
      {sources.map(({ source, verdict, value, origins }) => (
        <tr key={source}>
          <th scope="row">{source}</th>
          <td>{verdict}</td>
          <td>
            <Words text={value ?? ''} />
          </td>
          <td>{origins.length > 0 && <Origins origins={origins} place={place} />}</td>
        </tr>
      ))}
    </Grid>
  )
}
