import { printable } from '../cli/printable'
import type { CuredGuest, GuestRemark } from '../inspection'
import { flow, flowText, withCommas } from './flow'
import { definitionTable } from './table'
import type { View } from './view'

const nouns = { userId: 'user ids', anonymousId: 'anonymous ids' }

/** A guest who would become several, where, and the setting that avoids it. */
export function splitGuestText(guest: CuredGuest, view: View): string {
  const { kind, accounts, cards, ids } = guest
  const { colors, width } = view
  const known = [...accounts.map((one) => `account ${one}`), ...cards.map((one) => `card ${one}`)]
  const heading = `One guest, ${ids.length} ${nouns[kind]}: ${printable(known.join(', '))}`
  const rows = ids.map(({ id, events }) => [printable(id), events.map(eventName)] as const)
  const table = definitionTable(rows, (names, room) => flow(withCommas(names), room), { indent: 2, width })
  const advice = flowText(remedyText(guest), width - 2).map((line) => `  ${line}`)
  return [colors.yellow(heading), table, ...advice].join('\n')
}

const remarkHeadings: Readonly<Record<GuestRemark['kind'], (remark: GuestRemark) => string>> = {
  'shared id': ({ value, others }) => `${others.length} guests, one id: ${value}`,
  placeholder: ({ value, others }) => `One card or phone, ${others.length} accounts: ${value}`,
  'leading zeros': ({ others }) => `One card, with and without leading zeros: ${others.join(', ')}`,
}

const remarkAdvice: Readonly<Record<GuestRemark['kind'], string>> = {
  'shared id': 'Segment would make them one. If the id belongs to no guest, name it in the setting placeholders.',
  placeholder: 'It belongs to no guest: name it in the setting placeholders.',
  'leading zeros': 'A spreadsheet drops them. Send cards as text, or one guest gets two ids.',
}

/** Two guests who would become one, a placeholder, or a card that lost its zeros. */
export function guestRemarkText(remark: GuestRemark, view: View): string {
  const { kind, others, events } = remark
  const { colors, width } = view
  const heading = colors.yellow(printable(remarkHeadings[kind](remark)))
  const shown = kind === 'leading zeros' ? [] : flow(withCommas(shortList(others)), width - 2)
  const files = flow(withCommas(shortList(events.map(eventName))), width - 2)
  const advice = flowText(remarkAdvice[kind], width - 2)
  return [heading, ...[...shown, ...files, ...advice].map((line) => `  ${line}`)].join('\n')
}

const mostListed = 6

function shortList(names: readonly string[]): string[] {
  const more = names.length - mostListed
  return [...names.slice(0, mostListed).map((name) => printable(name)), ...(more > 0 ? [`and ${more} more`] : [])]
}

function eventName({ file, index }: CuredGuest['ids'][number]['events'][number]): string {
  return printable(index === 0 ? file : `${file} event[${index}]`)
}

function remedyText({ remedies, leavesAnonymous }: CuredGuest): string {
  if (remedies.length === 0) return 'No single setting avoids it: these bodies have no identifier in common.'
  const settings = remedies.map(({ setting, value }) => `${setting}=${printable(value)}`)
  const rest = leavesAnonymous ? '; events that do not name it are then anonymous' : ''
  return `Avoided by the setting ${settings.join(' or ')}${rest}.`
}
