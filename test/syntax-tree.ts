import { readFileSync } from 'node:fs'
import { parseSync } from '@swc/core'

/** A part of a syntax tree. */
export type Node = Readonly<Record<string, unknown>>

/** Every part of the syntax tree of a TypeScript file. */
export function syntaxOf(file: string): Node[] {
  return nodesOf(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x') }))
}

/** Any object may be asked for any member. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function nodesOf(value: unknown): Node[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodesOf)] : []
}
