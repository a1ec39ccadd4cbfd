import type { ShownSetting } from '../protocol'

/** A setting's value as text to edit: lists with commas, names as lines of `old = new`. */
export function textOf({ value }: Pick<ShownSetting, 'value'>): string {
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object' || value === null) return value === null ? '' : String(value)
  return Object.entries(value)
    .map(([name, text]) => `${name} = ${text}`)
    .join('\n')
}

/**
 * The value of an edited text. Null unsets the setting.
 * @throws Error when a line of a text map has no `=`.
 */
export function settingOf({ label, type }: Pick<ShownSetting, 'label' | 'type'>, text: string): unknown {
  if (text.trim() === '') return null
  switch (type) {
    case 'ARRAY':
      return partsOf(text, ',')
    case 'BOOLEAN':
      return text === 'true'
    case 'TEXT_MAP':
      return Object.fromEntries(partsOf(text, '\n').map((line) => pairOf(line, label)))
    default:
      return text
  }
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function pairOf(line: string, label: string): [string, string] {
  const [name = '', ...rest] = line.split('=').map((part) => part.trim())
  const value = rest.join('=')
  if (name === '' || value === '') throw new Error(`${label}: expected a line such as old name = new name`)
  return [name, value]
}
