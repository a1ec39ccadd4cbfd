import { compileFunction } from 'node:vm'
import type { readSettings } from '../../shared/settings/settings'
import { ValidationError } from '../runtime/segment-errors'
import { settingsReaderScript } from './settings-reader'

/** Settings by name, as the function gets them. */
type SettingValues = Readonly<Record<string, unknown>>

let read: typeof readSettings | undefined

/**
 * Why the function would refuse every request with these settings, one line each: `timeZone: expected …`.
 * `isKnownName` tells whether a folded name is a property or trait that can be omitted.
 */
export function settingsRefusals(settings: SettingValues, isKnownName: (name: string) => boolean): string[] {
  const alone = Object.entries(settings).flatMap(([name, value]) => refusal({ [name]: value }, isKnownName))
  return alone.length > 0 ? alone : refusal(settings, isKnownName)
}

function refusal(settings: SettingValues, isKnownName: (name: string) => boolean): string[] {
  read ??= compileReader()
  try {
    read(settings, isKnownName)
    return []
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    return [error.message.replace(/^settings\./, '').replace(/; correct it in the source's settings$/, '')]
  }
}

/**
 * The function's own reader of settings. It uses Segment's global error class, which this process does not have.
 * So the reader is compiled as the body of a function that takes the class as a parameter.
 */
function compileReader(): typeof readSettings {
  // The module that the script is made of exports it.
  return compileFunction(settingsReaderScript(), ['ValidationError'])(ValidationError) as typeof readSettings
}
