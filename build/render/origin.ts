import type { Origin } from '../inspection'
import { printable } from './text'

/** `fields.firstName[0]`, `(envelope) merchantId`, `setting merchantId`, `mapping $.loyalty.card`, `URL event`. */
export function originText({ from, path }: Origin): string {
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

/** ` at …`, or nothing for what is from nowhere. */
export function at(origins: readonly Origin[]): string {
  return origins.length === 0 ? '' : ` at ${originsText(origins)}`
}
