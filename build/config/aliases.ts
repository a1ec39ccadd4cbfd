import { foldName, isIgnored } from '../../shared/json/keys'
import { problemLine } from '../system/json-path'

/** The problems of `eventAliases`, one line each. Compares names as the function does. */
export function eventAliasProblems(aliases: Readonly<Record<string, string>>, eventNames: readonly string[]): string[] {
  const meanings = new Map(eventNames.map((name) => [foldName(name), foldName(name)]))
  return Object.entries(aliases).flatMap(([alias, eventName]) =>
    problemLine(['eventAliases', alias], aliasProblem(alias, eventName, eventNames, meanings)),
  )
}

function aliasProblem(
  alias: string,
  eventName: string,
  eventNames: readonly string[],
  meanings: Map<string, string>,
): string | undefined {
  const spelling = foldName(alias)
  if (spelling === '') return 'a spelling needs at least one letter or digit'
  if (isIgnored(alias)) return 'is a reserved name of JavaScript; choose another spelling'
  if (!eventNames.some((name) => foldName(name) === foldName(eventName))) {
    return `${JSON.stringify(eventName)} is not an event; expected one of ${eventNames.map((name) => `"${name}"`).join(', ')}`
  }
  const meaning = meanings.get(spelling)
  if (meaning !== undefined && meaning !== foldName(eventName)) return 'already means another event'
  meanings.set(spelling, foldName(eventName))
  return undefined
}
