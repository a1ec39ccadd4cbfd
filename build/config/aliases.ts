import { foldLetters, keyOf } from '../../shared/json/keys'
import { problemLine } from '../system/json-path'

/** What is wrong with `eventAliases`, one line each. Names are compared as the function compares them. */
export function eventAliasProblems(aliases: Readonly<Record<string, string>>, eventNames: readonly string[]): string[] {
  const meanings = new Map(eventNames.map((name) => [foldLetters(name), foldLetters(name)]))
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
  const spelling = foldLetters(alias)
  if (spelling === '') return 'a spelling needs at least one letter or digit'
  if (keyOf(alias).ignored) return 'is a reserved name of JavaScript'
  if (!eventNames.some((name) => foldLetters(name) === foldLetters(eventName))) {
    return `${JSON.stringify(eventName)} is not an event; expected one of ${eventNames.map((name) => `"${name}"`).join(', ')}`
  }
  const meaning = meanings.get(spelling)
  if (meaning !== undefined && meaning !== foldLetters(eventName)) return 'already means another event'
  meanings.set(spelling, foldLetters(eventName))
  return undefined
}
