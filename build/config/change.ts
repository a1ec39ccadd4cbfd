import { applyEdits, modify } from 'jsonc-parser'
import { isObject } from '../../shared/json/values'
import { jsonValue } from '../system/json'
import { readTextFile } from '../system/text-file'
import type { ConfigChange } from './config'

/** A configuration file before and after a change. */
export interface ChangedFile {
  readonly before: string
  readonly after: string
}

/**
 * Makes changes to the text of a configuration file. The rest of the text stays as it is.
 * @throws UserError when the file cannot be read.
 */
export function changedFile(file: string, changes: readonly ConfigChange[]): ChangedFile {
  const before = readTextFile(file)
  return { before, after: changes.reduce(changedText, before) }
}

function changedText(text: string, { settings = {}, ...members }: ConfigChange): string {
  const own = Object.entries(members).flatMap(([member, values]) => placed([member], values))
  const ofEnvironments = environmentsIn(text).flatMap((name) => placed(['environments', name, 'settings'], settings))
  return [...own, ...ofEnvironments].reduce(
    (json, [place, value]) => applyEdits(json, modify(json, [...place], value, { formattingOptions })),
    text,
  )
}

const formattingOptions = { insertSpaces: true, tabSize: 2 }

function placed(place: readonly string[], values: object): (readonly [readonly string[], unknown])[] {
  return Object.entries(values).map(([name, value]) => [[...place, name], value] as const)
}

/** The file was read before, so its environments are an object. */
function environmentsIn(text: string): string[] {
  const document = jsonValue(text)
  return Object.keys((isObject(document) && document.environments) || {})
}
