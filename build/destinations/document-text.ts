import { block, code, documentOf, folded, generated, linkTo, markdownTable, prose } from '../catalog/docs/markdown'
import type { SegmentCall } from '../runtime/receipt'
import { counted, tally } from '../system/numbers'
import type { Destination, Mapping } from './destination'
import { summaryOf } from './summary'
import type { TriedDestination } from './try-calls'

/** A destination with what it makes of the samples. */
export interface Documented {
  readonly destination: Destination
  readonly byDefault: TriedDestination<{ call: SegmentCall }>
  readonly ready: TriedDestination<{ call: SegmentCall }>
}

/** The text of `docs/destinations.md`. */
export function documentText(documented: readonly Documented[]): string {
  return documentOf([
    generated,
    '# Destinations',
    `What other tools receive from this source, by the code that Segment itself runs (${code('@segment/action-destinations')}). The
samples of this project went through it, with ${code('orders')} set to ${code('track')}. Acceptance means that Segment's code sends a request;
no tool was asked.`,
    block('sh', installing),
    `**By default** is what Segment sets up when you connect the tool, or, for a tool without presets, the actions that people add
first with their suggested mappings. **With ours** is what the subscriptions below send. To use them, add them by hand in
Segment (*Destinations > the tool > Mappings*), or by Terraform, with your own values in the place of the inputs. A field that
is not named keeps its default; ${code('null')} leaves it empty. Fields show Segment's mapping language.`,
    markdownTable(
      ['Tool', 'Events by default', 'With ours', 'Profiles by default', 'With ours', 'Consent'],
      documented.map(row),
    ),
    `Consent is taken from registrations only. Every visit repeats it, so a guest who has left in the tool would be subscribed
again. Registrations that you backfill are registrations, too: keep history from these tools with
${code('npm run backfill')}'s ${code('integrations')}. If you rename registrations with ${code('eventNames')}, rename them in the triggers.`,
    ...documented.map(section),
  ])
}

const installing = `npm ci --prefix build/destinations            # once; 105 MB
npm run destinations -- body.json             # what each tool makes of your body
npm run destinations -- body.json --default   # the same with Segment's presets
npm run --silent destinations -- --for braze --terraform > braze.tf`

function row({ destination, byDefault, ready }: Documented): string[] {
  const before = summaryOf(destination, 'default', byDefault.calls)
  const after = summaryOf(destination, 'ready', ready.calls)
  return [
    linkTo(destination.name),
    ...[before.events, after.events, before.profiles, after.profiles].map(({ sent, of }) => `${sent} of ${of}`),
    consentOf(destination),
  ]
}

/** The channels whose state is set, and whether a no reaches it, too. */
function consentOf({ subscriptions }: Destination): string {
  const states = subscriptions.filter(({ consent }) => consent !== undefined)
  if (states.length === 0) return 'no state'
  const channels = [...new Set(states.map(({ consent }) => consent))].join(', ')
  return states.some(({ trigger }) => trigger.includes('= false')) ? channels : `${channels} (yes only)`
}

function section({ destination, byDefault, ready }: Documented): string {
  const { name, notes, subscriptions } = destination
  const { inputs, withoutUser } = summaryOf(destination, 'ready', ready.calls)
  const facts = [
    ...(inputs.length > 0 ? [`**To fill in:** ${prose(inputs.join(', '))}`] : []),
    ...(withoutUser > 0 ? [`${withoutUser} events have no user id, but a card or so, and are not sent.`] : []),
    ...notes.map(withCode),
  ]
  return [
    `## ${name}`,
    `By default: ${withCode(destination.byDefault)}`,
    refusalsOf(byDefault),
    markdownTable(
      ['Subscription', 'Action', 'Takes'],
      subscriptions.map(({ name: title, action, trigger }) => [title, code(action), code(trigger)]),
    ),
    facts.map((fact) => `- ${fact}`).join('\n'),
    mappingsOf(destination),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The fields that differ from the defaults of their action. */
function mappingsOf({ subscriptions }: Destination): string {
  const changing = subscriptions.filter(({ mapping }) => Object.keys(mapping).length > 0)
  const blocks = changing.map(({ name, mapping }) => `${name}:\n\n${block('json', fieldsText(mapping))}`)
  return changing.length === 0 ? '' : folded('Fields that differ from the default', blocks.join('\n\n'))
}

/** A line for each field. */
function fieldsText(mapping: Mapping): string {
  const lines = Object.entries(mapping).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${lines.join(',\n')}\n}`
}

/** What Segment's code says by default. */
function refusalsOf({ calls }: TriedDestination<{ call: SegmentCall }>): string {
  const errors = calls.flatMap(({ outcome: { fired } }) => fired.flatMap(({ error }) => error ?? []))
  if (errors.length === 0) return ''
  const lines = [...tally(errors)].map(([error, count]) => `- ${counted(count, 'call')}: ${prose(error)}`)
  return `By default, Segment's code refuses these:\n\n${lines.join('\n')}`
}

/** Notes hold Markdown's code, and nothing else that Markdown would read. */
function withCode(note: string): string {
  return note
    .split('`')
    .map((part, index) => (index % 2 === 0 ? prose(part) : code(part)))
    .join('')
}
