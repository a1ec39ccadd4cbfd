import { readSamples } from '../bodies/bodies'
import { sampleFiles } from '../bodies/samples'
import { bundle } from '../bundle/bundle'
import type { Document } from '../catalog/docs/documents'
import { block, code, documentOf, folded, generated, linkTo, markdownTable, prose } from '../catalog/docs/markdown'
import type { SegmentCall } from '../runtime/receipt'
import { simulate } from '../runtime/simulation'
import { counted, tally } from '../system/numbers'
import { destinations } from '.'
import type { Destination, Mapping } from './destination'
import { type Runner, startRunner } from './runner/runner'
import { type Summary, summaryOf } from './summary'
import { type Attempt, tryCalls } from './try-calls'

/** A destination with what it makes of the samples. */
interface Documented {
  readonly destination: Destination
  readonly byDefault: Attempt<{ call: SegmentCall }>
  readonly ready: Attempt<{ call: SegmentCall }>
}

/**
 * `docs/destinations.md`, from the subscriptions and from what Segment's code makes of all samples, with orders.
 * @param samples the directory of the samples.
 * @param directory where Segment's destination code is installed.
 */
export async function destinationsDocument(samples: string, directory: string): Promise<Document> {
  const calls = (await callsOf(samples)).map((call) => ({ call }))
  const runner = await startRunner(directory)
  try {
    const documented: Documented[] = []
    for (const destination of destinations) documented.push(await documentedBy(runner, destination, calls))
    return { file: 'destinations.md', text: textOf(documented) }
  } finally {
    runner.close()
  }
}

async function callsOf(samples: string): Promise<SegmentCall[]> {
  const { code: script } = await bundle({ config: { eventAliases: {}, mappings: {} } })
  const requests = readSamples(sampleFiles(samples)).map(({ file, text }) => ({ file, body: text }))
  const calls: SegmentCall[] = []
  const simulation = { code: script, settings: { orders: 'track' }, note: () => undefined }
  for await (const result of simulate(simulation, requests)) calls.push(...result.calls)
  return calls
}

async function documentedBy(
  runner: Runner,
  destination: Destination,
  calls: readonly { call: SegmentCall }[],
): Promise<Documented> {
  // The time of receipt is that of no sample, and the same whenever this runs.
  const how = { receivedAt: '2031-12-24T01:02:03.000Z', tellsLost: false }
  const byDefault = await tryCalls(runner, destination, calls, { ...how, mode: 'default' })
  return { destination, byDefault, ready: await tryCalls(runner, destination, calls, { ...how, mode: 'ready' }) }
}

function textOf(documented: readonly Documented[]): string {
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

const consents: Readonly<Record<Summary['consent'], string>> = {
  reached: '✓',
  failed: '✗',
  unreachable: '–',
  untold: '–',
}

function row({ destination, byDefault, ready }: Documented): string[] {
  const before = summaryOf(destination, 'default', byDefault.calls)
  const after = summaryOf(destination, 'ready', ready.calls)
  const channels = new Set(destination.subscriptions.flatMap(({ consent = [] }) => consent))
  const consent = [consents[after.consent], ...channels].join(' ')
  return [
    linkTo(destination.name),
    ...[before.events, after.events, before.profiles, after.profiles].map(({ sent, of }) => `${sent} of ${of}`),
    consent,
  ]
}

function section({ destination, byDefault, ready }: Documented): string {
  const { name, notes, subscriptions } = destination
  const { inputs, cardsOnly } = summaryOf(destination, 'ready', ready.calls)
  const facts = [
    ...(inputs.length > 0 ? [`**To fill in:** ${prose(inputs.join(', '))}`] : []),
    ...(cardsOnly > 0 ? [`${cardsOnly} events have only a card, and are not sent.`] : []),
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
function refusalsOf({ calls }: Attempt<{ call: SegmentCall }>): string {
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
