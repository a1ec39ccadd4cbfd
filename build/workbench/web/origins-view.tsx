import type { FoundField, InspectedEvent } from '../../inspection/inspection'
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
    <table class="grid found">
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
          <FieldRows key={nameOf(field)} field={field} place={place} />
        ))}
      </tbody>
    </table>
  )
}

/** A list or object has a row of its own, for it needs the room. */
function FieldRows({ field, place }: { field: FoundField; place: string }) {
  const { value, origins } = field
  const isLarge = typeof value === 'object' && value !== null
  return (
    <>
      <tr>
        <th scope="row">{nameOf(field)}</th>
        <td>{isLarge ? <span class="muted">below</span> : <Value value={value} />}</td>
        <td>
          <Origins origins={origins} place={place} />
        </td>
      </tr>
      {isLarge && (
        <tr class="below">
          <td colSpan={3}>
            <Value value={value} />
          </td>
        </tr>
      )}
    </>
  )
}

function nameOf({ property, trait }: FoundField): string {
  return [...new Set([property, trait])].filter((name) => name !== null).join(', trait ')
}
