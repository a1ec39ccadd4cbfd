import { settingDefinitions } from '../../../shared/settings/definitions'
import { readSettings } from '../../../shared/settings/settings'
import { block, code, codes, documentOf, generated, linkTo, markdownTable, prose } from './markdown'
import { allowedValues, settingExamples, settingNotes } from './setting-notes'

type Definition = (typeof settingDefinitions)[number]

const typeNames: Readonly<Record<string, string>> = { STRING: 'text', ARRAY: 'list of texts', TEXT_MAP: 'map of texts' }

/** `docs/settings.md`, from the definitions of the settings and their defaults. */
export function settingsDocument(): string {
  const rows = settingDefinitions.map((one) => [linkTo(one.name), typeOf(one), defaultOf(one), prose(one.label)])
  return documentOf([
    generated,
    '# Settings',
    `The function works without any setting. You change settings in Segment under the source's **Settings**, or under ${code('settings')} of an
environment in ${code('segment.config.json')} when you deploy by command. ${code('npm run simulate')} takes them with
${code('--setting')}. A blank value counts as not set. A wrong value rejects every request, with a message that names the setting
and the allowed values.`,
    markdownTable(['Setting', 'Type', 'Default', 'In Segment'], rows),
    ...settingDefinitions.map(section),
  ])
}

function section(definition: Definition): string {
  const { name, description } = definition
  const facts = [
    `- **Type:** ${typeOf(definition)} (${code(definition.type)})`,
    `- **Default:** ${defaultOf(definition)}`,
    `- **Allowed:** ${allowedValues[name]}`,
  ]
  const example = inLine({ [name]: settingExamples[name] })
  const notes = settingNotes[name] ?? []
  return [`## ${name}`, prose(description), facts.join('\n'), block('json', example), notes].flat().join('\n\n')
}

function typeOf({ type, sensitive }: Definition): string {
  return `${typeNames[type]}${sensitive ? ', sensitive' : ''}`
}

/** The value of a setting that is not set. */
function defaultOf({ name }: Definition): string {
  const value = readSettings({}, () => true)[name]
  const texts = typeof value === 'string' ? [value] : [...(value ?? [])].map(String)
  return texts.length === 0 ? 'none' : codes(texts)
}

/** JSON on one line, spaced as people write it. */
function inLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']')
}
