import { keyOf } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { allowedMembers, isNeverEmitted } from '../../shared/privacy/never-emitted'
import { problemLine } from '../system/json-path'

/** What is wrong with the places in the event that a directive names; `place` is where it stands itself. */
export function sourceProblems(name: string, argument: unknown, place: readonly string[]): string[] {
  if (name === '@template' && typeof argument === 'string') return templateProblems(argument, place)
  const path = name === '@arrayPath' && Array.isArray(argument) ? argument[0] : argument
  const reads = name === '@path' || name === '@arrayPath'
  return reads && typeof path === 'string' ? problemLine(place, pathProblem(path)) : []
}

/** The paths of the places in the event that a mapping reads, without the root's `$.`. */
export function sourcePaths(mapping: unknown): string[] {
  if (Array.isArray(mapping)) return mapping.flatMap(sourcePaths)
  if (!isObject(mapping)) return []
  return Object.entries(mapping).flatMap(([name, argument]) => {
    if (name === '@template' && typeof argument === 'string') return templatePaths(argument)
    const path = name === '@arrayPath' && Array.isArray(argument) ? argument[0] : argument
    const reads = name === '@path' || name === '@arrayPath'
    return reads && typeof path === 'string' ? [path.replace('$.', '')] : sourcePaths(argument)
  })
}

function templatePaths(template: string): string[] {
  return [...template.matchAll(/\{\{\{?([^}]+)\}\}/g)].map(([, path = '']) => path.trim())
}

function templateProblems(template: string, place: readonly string[]): string[] {
  return templatePaths(template).flatMap((path) => problemLine(place, templateProblem(path)))
}

/** In a template a path never begins at the root's `$`: the language would look for a key of that name. */
function templateProblem(path: string): string | undefined {
  return path.startsWith('$') ? `write {{${path.replace(/^\$\.?/, '')}}}, without "$"` : keysProblem(path)
}

function pathProblem(path: string): string | undefined {
  return path.startsWith('$') && !path.startsWith('$.')
    ? 'a path from the root begins with "$."'
    : keysProblem(path.replace('$.', ''))
}

function keysProblem(path: string): string | undefined {
  const keys = pathKeys(path)
  if (keys.some((key) => keyOf(key).ignored))
    return 'runs through a reserved name of JavaScript, which is ignored everywhere'
  const secret = keys.find((key, index) => isNeverEmitted(key) || isWithheld(key, keys[index + 1]))
  return secret === undefined
    ? undefined
    : `runs through "${secret}", which is never emitted, so it could never give a value`
}

/** Whether a section of which little may be emitted keeps this member back. */
function isWithheld(section: string, member: string | undefined): boolean {
  const allowed = allowedMembers(section)
  return allowed !== undefined && member !== undefined && !allowed.has(keyOf(member).letters)
}

/** The keys of a path, cut just as the mapping language cuts it. */
export function pathKeys(path: string): string[] {
  const steps = path.split(/\[(?="|'|\d)|\.|(?<="|'|\d)\]+/).filter((step) => step !== '')
  return steps.map((step) => step.replace(/['"]/g, ''))
}
