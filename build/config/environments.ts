import { problemLine } from '../system/json-path'
import type { Config, EnvironmentConfig } from './config'

type Named = readonly [name: string, environment: EnvironmentConfig]

/**
 * The environments that would deploy over each other, one line each. Two environments may share a function's name or a
 * source's slug only in different regions or in different workspaces.
 */
export function environmentProblems({ function: { displayName }, environments }: Config): string[] {
  const named = Object.entries(environments)
  return named.flatMap((one, index) =>
    named.slice(0, index).flatMap((earlier) => (isApart(one, earlier) ? [] : shared(one, earlier, displayName))),
  )
}

function isApart([, one]: Named, [, other]: Named): boolean {
  const areNamed = one.workspace !== undefined && other.workspace !== undefined
  return one.region !== other.region || (areNamed && one.workspace !== other.workspace)
}

function shared([name, one]: Named, [earlier, other]: Named, displayName: string): string[] {
  const nameOf = ({ function: own = displayName }: Partial<EnvironmentConfig>) => own
  return [
    ...problemLine(['environments', name, 'function'], problem(nameOf(one), nameOf(other), earlier)),
    ...problemLine(['environments', name, 'source', 'slug'], problem(one.source.slug, other.source.slug, earlier)),
  ]
}

function problem(text: string, other: string, earlier: string): string | undefined {
  if (text !== other) return undefined
  return `is ${JSON.stringify(text)}, as in ${earlier}, so both would deploy to the same place; choose another, or give each environment its "workspace"`
}
