import { documentationOf } from '../../../shared/declare/documentation'
import type { EventDefinition } from '../../../shared/declare/event'
import { places } from '../../../shared/declare/property'
import { sharedProperties, sharedSources } from '../../../shared/properties'
import { eventTime, eventType, otherTime, ownId } from '../../../shared/properties/own'
import { walletLists } from '../../../shared/properties/wallets'
import { listNames } from '../../../shared/read/events'
import { wrapperNames } from '../../../shared/read/layers'
import { personSections } from '../../../shared/read/person'
import type { EventExample } from './event-example'
import { eventSection } from './event-section'
import { code, codes, documentOf, generated, linkTo, markdownTable, prose } from './markdown'
import { propertyTable, traitTable } from './property-table'
import { readFrom } from './read-from'

/** An event and its example. */
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

const introduction = `This page shows what Segment receives for each Paytronix event: a ${code('track')} call with the event's name and, before
it, an ${code('identify')} call with what the event says about the guest. The bodies are examples with invented guests. Paytronix
does not publish the format of its notifications, so try your own bodies with ${code('npm run inspect')}.
[settings.md](settings.md) shows how to change what is sent.

Three more track events exist, each behind a setting: ${code('Order Completed')} ([orders](settings.md#orders)),
${code('Paytronix Event Rejected')} and ${code('Paytronix Event Received')} ([keepBodies](settings.md#keepbodies)).`

const reading = `## How values are read

**Names.** Only letters and digits of a name count, without case: ${codes(['store_code', 'storeCode', 'Store Code'])} and
${code('STORE-CODE')} are the same name. ${code('[0]')} means the first item of a list.

**Places.** The function looks in the event itself, in ${codes(places.filter((place) => place !== 'event'))}, and in the sections that the tables
below name. The first readable value wins. A value that cannot be read is passed over, with a warning that names the place and
the type, but never the value.

**Nothing is no value.** ${codes(['null', '""', '{}', '[]', 'N/A', 'NaN', '(null)', '-'])} and the like count as absent. A placeholder such as
${codes(['0', 'anonymous'])} or ${code('noreply@…')} is never an id, a card, an e-mail or a phone. The setting
[placeholders](settings.md#placeholders) adds yours. In a survey, ${code('N/A')} and ${code('None')} are answers.

**Kinds of values.** An amount has one reading only: ${codes(['$1,234.50', '(12.50)', '12.50-'])} are amounts, ${code('12,50')} is unreadable. Opt-ins
are words such as ${codes(['yes', 'N', '0', 'opted_out'])}; anything else is unreadable, and never false. Phones become E.164
([phoneCountryCode](settings.md#phonecountrycode)). Dates such as ${code('7/8/2025')} follow [dateOrder](settings.md#dateorder), and times without an
offset follow [timeZone](settings.md#timezone). Ids are text; numbers of 2^53 and above have lost digits, so they are unreadable.

**Payment cards.** A ${code('cardNumber')} beside payment-card data, such as ${codes(['expDate', 'lastFour', 'processorAuthCode'])} or a ${code('cardType')} of Visa, is
never read as the loyalty card. ${code('printedCardNumber')} is read.

**Type.** The event's type is read from ${readFrom(eventType)}, then from the query parameter ${code('event')} of the URL. The
first known type counts.

**Time.** The event's time is read from ${readFrom(eventTime)}. When none of these is there, it is read from
${readFrom(otherTime)}. Without a readable time, Segment uses the time of receipt.

**Message ids.** An event's own id is read from ${readFrom(ownId)}. The ${code('messageId')} is made from it, together with the guest,
the time and the outcome. Without an own id, the ${code('messageId')} is made from the content of the event; fields that a delivery adds,
such as ${codes(['deliveredAt', 'attempt'])} or ${code('retryCount')}, do not count. So a redelivery has the same ids.

## Envelopes and lists

**Several events.** A body may be a list of events, or hold a list under ${codes(listNames)}. A list of details, such as the
lines of a check, is not a list of events.

**Envelopes.** The event may be up to three levels down: in ${codes(wrapperNames)}, or in the only member of the body, whatever its
name. Names after ${code('body')} count only when they hold a type or a guest.

**Outside.** The innermost object that names a guest (by user id, account id or card number) is the event. Objects around it are
outside, unless they hold the same id. Outside never gives the guest: no user id, e-mail, phone, name, opt-in, address, tier or wallets. An account
id or card number from outside counts only for an event that is not in a list, and only when the event has none. From around a
list, only the type, time, merchant id, channel and store count.

When the function does not find your events, set ${code('body')} in ${code('segment.config.json')}.

## The guest's section

${codes(personSections)} may each describe a person, and only one of them is the guest: the first that is there.
${code('referrer')} counts for a Referral only. ${code('user')} counts only when nothing else identifies the guest, because it is
often a cashier. ${codes(['fields', 'userFields', 'setUserFields'])} always belong to the guest. The tables below call all of these
the guest's section.`

const properties = `Each event carries those of these properties that are known. When a call is over 32,000 bytes, the largest properties are left
out, and ${code('truncated_properties')} (array) lists their names.`

const wallets = `Wallets (points, rewards, stored value) are read from all of these lists, in the event or in its ${code('account')}:
${codes(walletLists.soughtIn[0]?.names ?? [])}.
A wallet that is in several lists is merged by its code. Balances are sent as Paytronix sends them, not scaled. When
${code('addWalletContents')} is absent, ${code('added_wallets')} is what ${code('details')} show as accrued. The same holds for
${code('redeemWalletContents')} and ${code('redeemed_wallets')}.`

const traits = `The identify call carries those of these traits that are known. For each wallet of the guest's account it also carries
${code('wallet_<code>_balance')} (number) and ${code('wallet_<code>_label')} (string).`

const warehouse = `A Segment warehouse has one table for each event name, and the table ${code('tracks')} with the common columns of all events.
Identify calls are in ${code('identifies')}; ${code('users')} has the latest traits of each user id.

- Names become snake case: the event ${code('Add/Redeem')} is the table ${code('add_redeem')}, and the trait ${code('firstName')} is the
  column ${code('first_name')}. Two events or properties share a table or column when their names become the same.
- Objects are flattened: ${code('wallets_info')} gives one column for each wallet, such as ${code('wallets_info_12')}. A list is one
  column of JSON text.
- Text is cut at 512 characters. JSON text is cut too, so the end of a long ${code('survey_answers')} is lost.
- A column keeps the type of its first value. JSON does not distinguish 5.0 from 5, so a number column may become an integer
  column and lose later fractions. Ask Segment Support to change it to float before you rely on it.

The tables below hold the example body above them, in PostgreSQL's types. They leave out ${code('received_at')}, ${code('sent_at')} and
${code('uuid_ts')}, which Segment fills in. ${code('npm run simulate -- --warehouse')} shows the tables and rows of any body.`
