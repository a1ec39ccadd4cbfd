import { documentationOf } from '../../../shared/declare/documentation'
import type { EventDefinition } from '../../../shared/declare/event'
import { sharedProperties, sharedSources } from '../../../shared/properties'
import { eventTime, eventType, ownId } from '../../../shared/properties/own'
import { walletLists } from '../../../shared/properties/wallets'
import type { EventExample } from './event-example'
import { eventSection } from './event-section'
import { code, codes, documentOf, generated, linkTo, markdownTable, prose } from './markdown'
import { propertyTable, traitTable } from './property-table'
import { readFrom } from './read-from'

/** An event, and what becomes of a sample of it. */
export interface DocumentedEvent {
  readonly event: EventDefinition
  readonly example: EventExample
}

/** `docs/events.md`, from the declarations of events and properties and from samples. */
export function eventsDocument(events: readonly DocumentedEvent[]): string {
  return documentOf([
    generated,
    '# Events',
    introduction,
    overview(events),
    reading,
    '## Properties of every event',
    properties,
    propertyTable(sharedProperties),
    '## Wallets',
    wallets,
    '## Traits',
    traits,
    traitTable([...sharedProperties, ...sharedSources].filter(({ trait }) => trait !== undefined)),
    '## In a warehouse',
    warehouse,
    ...events.map(({ event, example }) => eventSection(event, example)),
  ])
}

function overview(events: readonly DocumentedEvent[]): string {
  const rows = events.map(({ event, example }) => [
    linkTo(event.name),
    prose(documentationOf(event).firesWhen),
    code(example.table.name),
  ])
  return markdownTable(['Event', 'Fires when', 'Warehouse table'], rows)
}

const introduction = `What Segment receives of each Paytronix event: a ${code('track')} call under the event's name and, before it,
an ${code('identify')} call with what is known of the guest. Bodies are plausible and guests invented, for Paytronix does not
publish the format of its notifications; run bodies of your own with ${code('npm run simulate')}. How to change what is sent
stands in [settings.md](settings.md). While the setting ${code('rejectedEvents')} is ${code('track')}, there is one event more,
${code('Paytronix Event Rejected')}, with what could not be handled.`

const reading = `## How values are read

- A name is found as ${codes(['snake_case', 'camelCase', 'PascalCase'])} or lower case: ${code('store_code')}, ${code('storeCode')},
  ${code('StoreCode')}, ${code('storecode')}.
- It is sought at the event's top level, then in a wrapper (${codes(['data', 'payload', 'message', 'attributes', 'event'])}), in
  ${codes(['properties', 'traits', 'transaction'])}, then in the sections that its table names. The first value that is there counts.
- ${code('[0]')} stands for the first item of a list.
- Each property has one type, always. What cannot be read is left out, with a warning that never shows the value.
- The event's type is read from ${readFrom(eventType)}.
- Its time is read from ${readFrom(eventTime)}.
- Its own id, of which the ${code('messageId')} is made, is read from ${readFrom(ownId)}. Without one, its whole content counts.`

const properties = `Each event carries what is known of these. A call over 32,000 bytes loses its largest ones, and
${code('truncated_properties')} (array) names them.`

const wallets = `Wallets (points, rewards, stored value) are read from every list of them in the event or its ${code('account')}:
${codes(walletLists.soughtIn[0]?.names ?? [])}. One wallet in several lists is merged by its code. Balances are as Paytronix sends
them, not scaled. Where ${code('addWalletContents')} is absent, ${code('added_wallets')} is what ${code('details')} say was accrued;
likewise ${code('redeemed_wallets')}.`

const traits = `The identify call carries what is known of these, and for each wallet of the guest's account
${code('wallet_<code>_balance')} (number) and ${code('wallet_<code>_label')} (string).`

const warehouse = `Segment's warehouses have a table for each event name, and of all events together ${code('tracks')}, with what
they have in common. Identify calls are in ${code('identifies')}, the latest of each guest in ${code('users')}, by user id.

- Names become snake case: the event ${code('Add/Redeem')} is the table ${code('add_redeem')}, the trait ${code('firstName')} the
  column ${code('first_name')}. Two events or properties whose names become one share it.
- Objects are flattened: ${code('wallets_info')} gives a column for each wallet, such as ${code('wallets_info_12')}. A list is one
  column of JSON text.
- Texts are cut at 512 characters, and JSON texts with them: of a long ${code('survey_answers')} the end is lost there.
- A column has the type of its first value for good. JSON does not tell 5.0 from 5, so that a number may become an integer
  column, which loses later fractions; have Segment Support change it to float before you rely on it.

The tables below are those of the body above them, in PostgreSQL's types. ${code('received_at')}, ${code('sent_at')} and
${code('uuid_ts')}, which Segment fills by itself, are not among their columns. ${code('npm run simulate -- --warehouse')} shows
the tables and rows of any body.`
