import validate from '@segment/actions-core/mapping-kit/validate'
import { foldName, isIgnored } from '../../shared/json/keys'
import { isObject, type JsonObject } from '../../shared/json/values'
import { isNeverEmitted } from '../../shared/privacy/never-emitted'
import { jsonPath, pointerKeys, problemLine } from '../system/json-path'
import { eventOfKey, type Mappings } from './event-mappings'
import { sourceProblems } from './mapping-sources'

/** Checks options that the language itself checks only at run time. */
type OptionRule = (options: JsonObject) => string | undefined

/** Every directive of the mapping language, with a check that its own validation lacks. */
const directives: ReadonlyMap<string, OptionRule> = new Map<string, OptionRule>([
  ['@arrayPath', accept],
  ['@case', oneOf('operator', 'lower', 'upper')],
  ['@excludeWhenNull', accept],
  ['@flatten', ({ separator }) => (separator === undefined || separator === '' ? 'separator is missing' : undefined)],
  ['@if', (options) => ('exists' in options || 'blank' in options ? undefined : 'needs "exists" or "blank"')],
  ['@json', oneOf('mode', 'encode', 'decode')],
  ['@literal', accept],
  ['@merge', accept],
  ['@path', accept],
  ['@replace', secondReplacement],
  ['@template', accept],
  ['@transform', accept],
])

/** A key that the language reserves at the start of every mapping. */
const internalKey = '__segment_internal_directive'

/**
 * The problems of the mappings, one line each. A line begins with the place: `mappings.tier.@path: …`. The name of an
 * event holds the mappings of that event.
 */
export function checkMappings(mappings: Mappings, eventNames: readonly string[]): string[] {
  return Object.entries(mappings).flatMap(([name, mapping]) => {
    const isEvent = eventOfKey(name, mapping, eventNames) !== undefined && isObject(mapping)
    return isEvent ? checkGroup(mapping, ['mappings', name]) : checkGroup({ [name]: mapping }, ['mappings'])
  })
}

function checkGroup(mappings: Mappings, place: readonly string[]): string[] {
  return Object.entries(mappings).flatMap(([name, mapping]) => {
    const inner = [...place, name]
    return [...problemLine(inner, nameProblem(name)), ...checkValue(mapping, inner)]
  })
}

/** A plain text that looks like a path is probably a mistake: it would be sent as text. */
function checkValue(mapping: unknown, place: readonly string[], isLiteral = false): string[] {
  if (isLiteral || typeof mapping !== 'string' || !mapping.startsWith('$.')) return check(mapping, place, isLiteral)
  return problemLine(place, `would be sent as this text; write { "@path": ${JSON.stringify(mapping)} }`)
}

function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'a property name must not be blank'
  if (name.startsWith('@')) return 'expected a property name; a directive belongs inside one'
  if (foldName(name) === 'eventtype') return 'a mapping cannot set the type of an event; use "body" and "eventAliases"'
  return keyProblem(name)
}

function keyProblem(key: string): string | undefined {
  if (isIgnored(key) || key === internalKey) return 'is a reserved name'
  return isNeverEmitted(key) ? 'is never emitted; choose another name' : undefined
}

function check(mapping: unknown, place: readonly string[], isLiteral = false): string[] {
  if (Array.isArray(mapping))
    return mapping.flatMap((item, index) => checkValue(item, [...place, String(index)], isLiteral))
  if (!isObject(mapping)) return []
  const isDirective = Object.keys(mapping).some((key) => key.startsWith('@'))
  return isDirective ? checkDirective(mapping, place) : checkMembers(mapping, place, isLiteral)
}

function checkMembers(mapping: JsonObject, place: readonly string[], isLiteral: boolean): string[] {
  return Object.entries(mapping).flatMap(([key, member]) => {
    const inner = [...place, key]
    return [...problemLine(inner, keyProblem(key)), ...checkValue(member, inner, isLiteral)]
  })
}

function checkDirective(mapping: JsonObject, place: readonly string[]): string[] {
  // The language allows `_metadata`: Segment's editor keeps notes in it.
  const [name = '', ...others] = Object.keys(mapping).filter((key) => key !== '_metadata')
  if (others.length > 0)
    return problemLine(place, `an object holds one directive and nothing else; found ${[name, ...others].join(', ')}`)
  const inner = [...place, name]
  const unknown = unknownDirective(name)
  if (unknown !== undefined) return problemLine(inner, unknown)
  const problems = [...sourceProblems(name, mapping[name], inner), ...checkArgument(name, mapping[name], inner)]
  // The language's own validation also checks nested mappings, so it runs only when these have no problems.
  return problems.length > 0 ? problems : [...ruleProblems(name, mapping[name], inner), ...kitProblems(mapping, place)]
}

/** The first item of `@arrayPath` is a path, and a literal is sent as it stands. */
function checkArgument(name: string, argument: unknown, place: readonly string[]): string[] {
  if (name !== '@arrayPath' || !Array.isArray(argument)) return check(argument, place, name === '@literal')
  return argument.flatMap((item, index) => (index === 0 ? [] : checkValue(item, [...place, String(index)])))
}

function unknownDirective(name: string): string | undefined {
  if (name === '@liquid')
    return '@liquid is not available in the source function; use @template, @case, @replace or @if'
  return directives.has(name) ? undefined : `is not a directive; expected one of ${[...directives.keys()].join(', ')}`
}

function ruleProblems(name: string, options: unknown, place: readonly string[]): string[] {
  const rule = directives.get(name)
  return problemLine(place, isObject(options) ? rule?.(options) : undefined)
}

function oneOf(option: string, one: string, other: string): OptionRule {
  return (options) =>
    options[option] === one || options[option] === other ? undefined : `${option} must be "${one}" or "${other}"`
}

function accept(): undefined {
  return undefined
}

function secondReplacement({ pattern2, replacement2 }: JsonObject): string | undefined {
  const isTooLong = [pattern2, replacement2].some((text) => typeof text === 'string' && text.length > 10)
  return isTooLong ? 'pattern2 and replacement2 must have at most 10 characters' : undefined
}

/** The language's own validation of one directive. */
function kitProblems(mapping: JsonObject, place: readonly string[]): string[] {
  try {
    validate(mapping)
    return []
  } catch (error) {
    return kitMessages(error).map((message) => {
      const [, pointer = '', text = message] = /^(\/\S*) (.*?)\.?$/s.exec(message) ?? []
      return `${jsonPath([...place, ...pointerKeys(pointer).filter((key) => key !== '')])}: ${text}`
    })
  }
}

/** The language throws several errors as one iterable error, whose message contains their stacks. */
function kitMessages(error: unknown): string[] {
  const errors = isIterable(error) ? [...error] : [error]
  return errors.map((one) => (one instanceof Error ? one.message : String(one)))
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
