import type { EmptyMapping, InspectedEvent, Inspection, Remainder, UnreadableField } from '../../inspection/inspection'
import { EventSections } from './event-sections'
import { Grid } from './grid'
import { Origins } from './origins'
import { groupsOf, shownValue, type UnusedGroup } from './unused-groups'
import { Value } from './value'
import { PathWords, Words } from './words'

/** What could not be read, and what nothing used. */
export function UnusedView({ inspection }: { inspection: Inspection | null }) {
  const { events = [], misshapen = [], envelope } = inspection ?? {}
  const around = envelope !== undefined && envelope.unused.length + envelope.neverEmitted.length > 0
  return (
    <>
      <EventSections events={events}>{(event) => <LeftOver event={event} />}</EventSections>
      {around && (
        <section class="card">
          <h3>Around the events</h3>
          <RemainderTables remainder={envelope} place="" />
        </section>
      )}
      {misshapen.map(({ index, rejection }) => (
        <p key={index} class="bad">
          Rejected: <Words text={rejection} />
        </p>
      ))}
    </>
  )
}

function LeftOver({ event }: { event: InspectedEvent }) {
  const { unreadable, nobody, emptyMappings, remainder, notFound, place } = event
  return (
    <>
      {unreadable.length > 0 && <UnreadableTable fields={unreadable} place={place} />}
      {nobody.length > 0 && <NobodyTable fields={nobody} place={place} />}
      {emptyMappings.length > 0 && <EmptyMappings mappings={emptyMappings} />}
      <RemainderTables remainder={remainder} place={place} />
      <h4>Known, but not in this body</h4>
      <p class="muted">{notFound.length === 0 ? 'Nothing: all of it is there.' : notFound.join(', ')}</p>
    </>
  )
}

function UnreadableTable({ fields, place }: { fields: readonly UnreadableField[]; place: string }) {
  return (
    <Grid caption="Not readable, so left out" columns={['Property', 'Expected and received', 'Place in the body']}>
      {fields.map(({ name, expected, received, value, origins }, index) => (
        <tr key={index}>
          <th scope="row">{name}</th>
          <td>
            <Words text={`expected ${expected}, received ${received}`} /> {value !== null && <Value value={value} />}
          </td>
          <td>
            <Origins origins={origins} place={place} />
          </td>
        </tr>
      ))}
    </Grid>
  )
}

function NobodyTable({ fields, place }: { fields: InspectedEvent['nobody']; place: string }) {
  return (
    <Grid caption="Belongs to nobody, so ignored" columns={['Property', 'Value', 'Place in the body']}>
      {fields.map(({ name, value, origins }, index) => (
        <tr key={index}>
          <th scope="row">{name}</th>
          <td>
            <Value value={value} />
          </td>
          <td>
            <Origins origins={origins} place={place} />
          </td>
        </tr>
      ))}
    </Grid>
  )
}

function EmptyMappings({ mappings }: { mappings: readonly EmptyMapping[] }) {
  return (
    <>
      <h4>Mappings that found nothing</h4>
      <dl class="members">
        {mappings.map(({ name, paths }) => (
          <div key={name}>
            <dt>{name}</dt>
            {paths.map(({ path, nearest }) => (
              <dd key={path}>
                $.{path}: the event has {nearest === null ? 'no part of it' : `$.${nearest}`}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}

function UnusedRow({ group: { path, fields, why }, place }: { group: UnusedGroup; place: string }) {
  const origins = fields.map((field) => ({ from: 'event', path: field.path }) as const)
  return (
    <tr>
      <td>
        <Origins origins={origins} place={place} text={path} />
      </td>
      <td>
        <Value value={shownValue(fields)} />
      </td>
      <td class="muted">
        <Words text={why ?? 'not a known name'} />
      </td>
    </tr>
  )
}

function RemainderTables({ remainder: { unused, neverEmitted }, place }: { remainder: Remainder; place: string }) {
  return (
    <>
      {unused.length === 0 ? (
        <p class="nothing">Every field that may be used was used.</p>
      ) : (
        <Grid caption="In the body, but used by nothing" columns={['Place in the body', 'Value', 'Why not']}>
          {groupsOf(unused).map((group) => (
            <UnusedRow key={`${group.path} ${group.why}`} group={group} place={place} />
          ))}
        </Grid>
      )}
      {neverEmitted.length > 0 && (
        <>
          <h4>Never emitted, whatever a mapping says</h4>
          <p class="mono">
            <PathWords path={neverEmitted.join(', ')} />
          </p>
        </>
      )}
    </>
  )
}
