import type { FoundField, InspectedEvent } from '../../inspection/inspection'
import { EventSections } from './event-sections'
import { Grid } from './grid'
import { Origins } from './origins'
import { RowBelow, ValueCell } from './value'
import { Words } from './words'

const columns = ['Property or trait', 'Value', 'Place in the body']

/** Where each property and trait came from. */
export function OriginsView({ events }: { events: readonly InspectedEvent[] }) {
  return <EventSections events={events}>{(event) => <FoundTable event={event} />}</EventSections>
}

function FoundTable({ event: { found, place, rejection } }: { event: InspectedEvent }) {
  if (found.length === 0) return <p class="nothing">No property was found.</p>
  const caption = rejection === null ? 'Properties and traits' : 'Found, but not sent: the event is rejected'
  return (
    <Grid caption={caption} isCaptionHidden={rejection === null} columns={columns}>
      {found.map((field) => (
        <FieldRows key={nameOf(field)} field={field} place={place} />
      ))}
    </Grid>
  )
}

function FieldRows({ field, place }: { field: FoundField; place: string }) {
  const { value, origins } = field
  return (
    <>
      <tr>
        <th scope="row">
          <Words text={nameOf(field)} />
        </th>
        <ValueCell value={value} />
        <td class="place">
          <Origins origins={origins} place={place} />
        </td>
      </tr>
      <RowBelow name={nameOf(field)} value={value} columns={columns.length} />
    </>
  )
}

function nameOf({ property, trait }: FoundField): string {
  return [...new Set([property, trait])].filter((name) => name !== null).join(', trait ')
}
