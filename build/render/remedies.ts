import { harmlessJson, printable } from '../cli/printable'
import type { Remedy } from '../inspection'
import { flow, flowText } from './flow'
import type { View } from './view'

/** The changes that `--fix` makes, those that a person decides, and mappings for the rest. */
export function remediesText(remedies: readonly Remedy[], view: View): string {
  const sure = remedies.filter(({ isSure }) => isSure)
  const open = remedies.filter(({ isSure, kind }) => !isSure && kind !== 'property')
  const own = remedies.filter(({ kind }) => kind === 'property')
  const blocks = [
    section('npm run inspect -- … --fix makes these changes to segment.config.json:', sure, view),
    changeText(sure),
    section('For you to decide:', open, view),
    ownText(own, view),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function section(heading: string, remedies: readonly Remedy[], view: View): string {
  if (remedies.length === 0) return ''
  return [...bold(heading, view), ...remedies.flatMap((remedy) => remedyLines(remedy, view))].join('\n')
}

function remedyLines({ text, change }: Remedy, { width }: View): string[] {
  const alias = Object.entries(change?.eventAliases ?? {}).map(([type, event]) => `--fix --alias '${type}=${event}'`)
  const pieces = [...text.split(' '), ...alias]
  return flow(pieces.map(printable), width - 2, 2).map((line) => `  ${line}`)
}

/** The members that sure remedies add to the file. */
function changeText(remedies: readonly Remedy[]): string {
  const members = new Map<string, Record<string, unknown>>()
  for (const { change } of remedies) {
    for (const [member, values] of Object.entries(change ?? {})) {
      const name = member === 'settings' ? 'settings of each environment' : member
      members.set(name, { ...members.get(name), ...values })
    }
  }
  return [...members].map(([name, values]) => `"${name}": ${valuesText(values)}`).join(',\n')
}

/** The mappings that would send what is left. */
function ownText(remedies: readonly Remedy[], view: View): string {
  if (remedies.length === 0) return ''
  const heading = 'To send what is left as properties of your own, add these mappings; keep what you need:'
  const mappings = Object.assign({}, ...remedies.map(({ change }) => change?.mappings))
  return `${bold(heading, view).join('\n')}\n\n"mappings": ${valuesText(mappings)}`
}

/** One line a value, as long as the value is. */
function valuesText(values: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(values).map(([name, value]) => {
    const spaced = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
    return harmlessJson(`  ${JSON.stringify(name)}: ${spaced}`)
  })
  return `{\n${lines.join(',\n')}\n}`
}

function bold(heading: string, { colors, width }: View): string[] {
  return flowText(heading, width).map((line) => colors.bold(line))
}
