import { isIgnored } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { isNeverEmitted, isRestricted, mayLeaveRestricted } from '../../shared/privacy/never-emitted'
import { problemLine } from '../system/json-path'

/** The problems of the event paths in a directive. `place` is the directive's own place in the file. */
export function sourceProblems(name: string, argument: unknown, place: readonly string[]): string[] {
  if (name === '@template' && typeof argument === 'string') return templateProblems(argument, place)
  const path = pathRead(name, argument)
  return path === undefined ? [] : problemLine(place, pathProblem(path))
}

/** The path that a directive reads, with its leading `$.`. Undefined when it reads none. */
function pathRead(name: string, argument: unknown): string | undefined {
  if (name !== '@path' && name !== '@arrayPath') return undefined
  const path = name === '@arrayPath' && Array.isArray(argument) ? argument[0] : argument
  return typeof path === 'string' ? path : undefined
}

/** The event paths that a mapping reads, without the leading `$.`. */
export function sourcePaths(mapping: unknown): string[] {
  if (Array.isArray(mapping)) return mapping.flatMap(sourcePaths)
  if (!isObject(mapping)) return []
  return Object.entries(mapping).flatMap(([name, argument]) => {
    if (name === '@template' && typeof argument === 'string') return templatePaths(argument)
    const path = pathRead(name, argument)
    return path === undefined ? sourcePaths(argument) : [path.replace('$.', '')]
  })
}

function templatePaths(template: string): string[] {
  return [...template.matchAll(/\{\{\{?([^}]+)\}\}/g)].map(([, path = '']) => path.trim())
}

function templateProblems(template: string, place: readonly string[]): string[] {
  return templatePaths(template).flatMap((path) => problemLine(place, templateProblem(path)))
}

/** A path in a template must not begin with `$`: the language would look for a key named `$`. */
function templateProblem(path: string): string | undefined {
  return path.startsWith('$') ? `write {{${path.replace(/^\$\.?/, '')}}}, without "$"` : keysProblem(path)
}

function pathProblem(path: string): string | undefined {
  if (/\.\.|\*|\[\?/.test(path)) {
    return 'never matches: paths have no "..", "*" or filters; name each key, or an item such as [0]'
  }
  return path.startsWith('$') && !path.startsWith('$.')
    ? 'expected "$." at the start of the path'
    : keysProblem(path.replace('$.', ''))
}

function keysProblem(path: string): string | undefined {
  const keys = pathKeys(path)
  if (keys.some((key) => isIgnored(key)))
    return 'contains a reserved name of JavaScript, which the function always ignores'
  const secret = keys.find((key, index) => isNeverEmitted(key) || isWithheld(key, keys[index + 1]))
  return secret === undefined
    ? undefined
    : `contains "${secret}", which is never emitted, so the mapping would never give a value`
}

/** Whether the section is restricted and must not emit this member. */
function isWithheld(section: string, member: string | undefined): boolean {
  return isRestricted(section) && member !== undefined && !mayLeaveRestricted(member)
}

/** The keys of a path, split exactly as the mapping language splits it. */
export function pathKeys(path: string): string[] {
  const steps = path.split(/\[(?="|'|\d)|\.|(?<="|'|\d)\]+/).filter((step) => step !== '')
  return steps.map((step) => step.replace(/['"]/g, ''))
}
