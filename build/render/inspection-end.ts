import { harmlessJson, printable } from '../cli/printable'
import type { CuredGuest, SuggestedMappings } from '../inspection'
import { flow, withCommas } from './flow'
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
  const advice = flow(remedyText(guest).split(' '), width - 2).map((line) => `  ${line}`)
  return [colors.yellow(heading), table, ...advice].join('\n')
}

/** The part of `segment.config.json` that would emit what was not used. */
export function mappingsText(mappings: SuggestedMappings, hasMappings: boolean, { colors, width }: View): string {
  const where = hasMappings ? 'add these to the mappings' : 'add this'
  const heading = `To emit what was not used, ${where} in segment.config.json; keep what you need:`
  const entries = Object.entries(mappings).map(([name, mapping]) => {
    const { '@path': path } = mapping
    return harmlessJson(`  ${JSON.stringify(name)}: { "@path": ${JSON.stringify(path)} }`)
  })
  const lines = flow(heading.split(' '), width).map((line) => colors.bold(line))
  return `${lines.join('\n')}\n\n"mappings": {\n${entries.join(',\n')}\n}`
}

function eventName({ file, index }: CuredGuest['ids'][number]['events'][number]): string {
  return printable(index === 0 ? file : `${file} event[${index}]`)
}

function remedyText({ remedies, leavesAnonymous }: CuredGuest): string {
  if (remedies.length === 0) return 'No single setting avoids it: these bodies share no one identifier.'
  const settings = remedies.map(({ setting, value }) => `${setting}=${printable(value)}`)
  const rest = leavesAnonymous ? '; events that do not name it are then anonymous' : ''
  return `Avoided by the setting ${settings.join(' or ')}${rest}.`
}
