import { readSettings } from '../../shared/settings/settings'
import { ValidationError } from '../runtime/segment-errors'

/** Settings by name, as the function gets them. */
type Given = Readonly<Record<string, unknown>>

/**
 * Why the function would refuse every request if it got these settings, one line each: `timeZone: expected …`.
 * `isKnownName` says of a folded name whether it is a property or trait that could be omitted.
 */
export function settingsRefusals(given: Given, isKnownName: (name: string) => boolean): string[] {
  // The function finds Segment's error classes among its globals.
  Object.assign(globalThis, { ValidationError })
  const alone = Object.entries(given).flatMap(([name, value]) => refusal({ [name]: value }, isKnownName))
  return alone.length > 0 ? alone : refusal(given, isKnownName)
}

function refusal(given: Given, isKnownName: (name: string) => boolean): string[] {
  try {
    readSettings(given, isKnownName)
    return []
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return [error.message.replace(/^settings\./, '').replace(/; correct it in the source's settings$/, '')]
  }
}
