import type { FoundField, InspectedEvent } from '../inspection/inspection'
import { EventSections } from './event-sections'
import { Origins } from './origins'
import { Value } from './value'

/** Where each property and trait came from. */
export function OriginsView({ events }: { events: readonly InspectedEvent[] }) {
  return <EventSections events={events}>{(event) => <FoundTable event={event} />}</EventSections>
}

function FoundTable({ event: { found, place, rejection } }: { event: InspectedEvent }) {
  if (found.length === 0) return <p class="nothing">No property was found.</p>
  return (
    <table class="grid">
      <caption class="hidden">
        {rejection === null ? 'Emitted properties and traits' : 'Known, but not emitted'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Property or trait</th>
          <th scope="col">Value</th>
          <th scope="col">Place in the body</th>
        </tr>
      </thead>
      <tbody>
        {found.map((field) => (
          <tr key={nameOf(field)}>
            <th scope="row">{nameOf(field)}</th>
            <td>
              <Value value={field.value} />
            </td>
            <td>
              <Origins origins={field.origins} place={place} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nameOf({ property, trait }: FoundField): string {
  return [...new Set([property, trait])].filter((name) => name !== null).join(', trait ')
}
