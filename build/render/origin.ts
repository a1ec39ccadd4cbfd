import { printable } from '../cli/printable'
import type { Origin } from '../inspection'

/** `fields.firstName[0]`, `(envelope) merchantId`, `setting merchantId`, `mapping $.loyalty.card`, `URL event`. */
function originText({ from, path }: Origin): string {
  const shown = printable(path) || 'the event itself'
  switch (from) {
    case 'event':
      return shown
    case 'envelope':
      return `(envelope) ${shown}`
    case 'mapping':
      return `mapping $.${shown}`
    case 'url':
      return `URL ${shown}`
    default:
      return `setting ${shown}`
  }
}

export function originsText(origins: readonly Origin[]): string {
  return origins.map(originText).join(', ')
}

/** The same in a sentence: ` at fields.email`, ` by mapping $.mail`. Nothing for what is from nowhere. */
export function at(origins: readonly Origin[]): string {
  const [first] = origins
  if (first === undefined) return ''
  const isPlace = first.from === 'event' || first.from === 'envelope'
  return ` ${isPlace ? 'at' : 'by'} ${originsText(origins)}`
}
