import { printable } from '../cli/printable'
import type { EmptyMapping, FoundField, InspectedEvent, Remainder, UnreadableField, UnusedField } from '../inspection'
import type { Json } from '../runtime'
import { counted } from '../system/numbers'
import { flow, flowText, withCommas } from './flow'
import { summaryRows } from './inspected-summary'
import { at, originsText } from './origin'
import { definitionTable, type RemarkRow, remarkTable } from './table'
import { shortened, valueLines } from './value'
import type { View } from './view'

const indent = 4
/** Lines of a value; `--json` has them all. */
const mostLines = 4
/** Characters of one unreadable value. */
const longestValue = 60
/** Places of one unreadable value. */
const mostOrigins = 3

/** One event: its type, guest and time, then what was found in it, then what was not. */
export function inspectedEventText(event: InspectedEvent, count: number, view: View): string {
  const { colors } = view
  const name = printable(event.type.emittedAs ?? event.type.event ?? event.type.sent ?? 'an event of no type')
  const place = count > 1 ? colors.dim(` · event[${event.index}] of ${count}`) : ''
  const heading = `  ${event.rejection === null ? colors.cyan(name) : colors.red(name)}${place}`
  const blocks = [
    `${heading}\n${summaryTable(event, view)}`,
    unreadableText(event.unreadable, view),
    nobodyText(event.nobody, view),
    mappingsText(event.emptyMappings, view),
    foundText(event, view),
    remainderText(event.remainder, view),
    runningText('not found', event.notFound, view),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** The fields that nothing used, and those that are never emitted. */
export function remainderText({ unused, neverEmitted }: Remainder, view: View): string {
  const rows = unusedRows(unused)
  const blocks = [
    rows.length === 0 ? '' : `${title('not used', view)}\n${threeColumns(rows, view)}`,
    runningText('never emitted', neverEmitted, view),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** The same member of a list's items in one row. */
function unusedRows(fields: readonly UnusedField[]): RemarkRow<Json>[] {
  const rows = new Map<string, { values: Json[]; why: string }>()
  for (const { path, listDepth, value, why } of fields) {
    const name = printable(listDepth === null ? path : path.replace(/\[\d+\]/g, '[*]'))
    const row = rows.get(name) ?? { values: [], why: why ?? '' }
    row.values.push(value)
    rows.set(name, row)
  }
  return [...rows].map(([name, { values, why }]) => [name, values.length === 1 ? (values[0] ?? '') : values, why])
}

function summaryTable(event: InspectedEvent, { width }: View): string {
  const linesOf = (lines: readonly string[], room: number) => lines.flatMap((line) => flowText(line, room, 2))
  return definitionTable(summaryRows(event), linesOf, { indent, width })
}

function unreadableText(fields: readonly UnreadableField[], view: View): string {
  const rows = fields.map((field): [string, string] => [field.name, unreadableReason(field)])
  return titledTable('unreadable, so left out', rows, view)
}

/** Values in the place of an id that belong to nobody. */
function nobodyText(fields: InspectedEvent['nobody'], view: View): string {
  const rows = fields.map(({ name, value, origins }): [string, string] => {
    return [name, `${printable(JSON.stringify(value))}${at(origins)}`]
  })
  return titledTable('belongs to nobody, so ignored', rows, view)
}

function mappingsText(mappings: readonly EmptyMapping[], view: View): string {
  const rows = mappings.map(({ name, paths }): [string, string] => {
    return [name, paths.map(({ path, nearest }) => `$.${path}: ${nearestText(nearest)}`).join(', ')]
  })
  return titledTable('mappings that found nothing', rows, view)
}

function nearestText(nearest: string | null): string {
  return nearest === null ? 'the event has no part of it' : `the event has $.${nearest}`
}

function titledTable(heading: string, rows: readonly (readonly [string, string])[], view: View): string {
  if (rows.length === 0) return ''
  const shown = rows.map(([name, text]) => [printable(name), printable(text)] as const)
  const table = definitionTable(shown, flowText, { indent, width: view.width })
  return `${title(heading, view, view.colors.yellow)}\n${table}`
}

function unreadableReason({ expected, received, value, origins }: UnreadableField): string {
  const sent = value === null ? received : printable(shortened(JSON.stringify(value), longestValue))
  const more = origins.length > mostOrigins ? ` and ${counted(origins.length - mostOrigins, 'other place')}` : ''
  const place = origins.length === 0 ? '' : `${originsText(origins.slice(0, mostOrigins))}${more}: `
  return `${place}expected ${expected}, received ${sent}`
}

/** Scalars have a line each. Objects and lists, which take more room, come after them. */
function foundText({ found, rejection }: InspectedEvent, view: View): string {
  if (found.length === 0) return ''
  const rows = [...found.filter((field) => !isWalletTrait(field)).map(foundRow), ...walletRows(found)]
  const nameWidth = Math.max(...rows.map(([name]) => name.length))
  const aligned = rows.map(([name, value, from]): RemarkRow<Json> => [name.padEnd(nameWidth), value, from])
  const isScalar = ([, value]: RemarkRow<Json>) => typeof value !== 'object'
  const heading = rejection === null ? 'found' : 'known, but not emitted'
  return [
    title(heading, view),
    threeColumns(aligned.filter(isScalar), view),
    collections(
      aligned.filter((row) => !isScalar(row)),
      view,
    ),
  ]
    .filter((block) => block !== '')
    .join('\n')
}

function foundRow({ property, trait, value, origins }: FoundField): RemarkRow<Json> {
  return [printable(property ?? trait ?? ''), value, originsText(origins)]
}

/** The traits that each wallet makes, in one row: their values are those of the wallets. */
function walletRows(found: readonly FoundField[]): RemarkRow<Json>[] {
  const traits = found.filter(isWalletTrait)
  const [first] = traits
  if (first === undefined) return []
  const values = Object.fromEntries(traits.map(({ trait, value }) => [`${trait}`.replace(/^wallet_/, ''), value]))
  return [['wallet_…', values, originsText(first.origins)]]
}

/** Each value below the places that it comes from. */
function collections(rows: readonly RemarkRow<Json>[], { width, colors }: View): string {
  if (rows.length === 0) return ''
  const named = rows.map(([name, value, from]) => [name, { value, from }] as const)
  return definitionTable(
    named,
    ({ value, from }, room) => [
      ...flow(from === '' ? [] : from.split(' '), room).map((line) => colors.dim(line)),
      ...valueLines(value, room, mostLines),
    ],
    { indent, width },
  )
}

function isWalletTrait({ property, trait }: FoundField): boolean {
  return property === null && (trait?.startsWith('wallet_') ?? false)
}

function threeColumns(rows: readonly RemarkRow<Json>[], { width, colors }: View): string {
  if (rows.length === 0) return ''
  const linesOf = (value: Json, room: number) => valueLines(value, room, mostLines)
  return remarkTable(rows, linesOf, { indent, width, color: colors.dim })
}

function runningText(heading: string, names: readonly string[], view: View): string {
  if (names.length === 0) return ''
  const lines = flow(withCommas(names.map((name) => printable(name))), view.width - indent)
  const text = lines.map((line) => `${' '.repeat(indent)}${view.colors.dim(line)}`).join('\n')
  return `${title(heading, view)}\n${text}`
}

function title(text: string, { colors }: View, color: (text: string) => string = colors.bold): string {
  return `  ${color(text)}`
}
