import { inspect } from 'node:util'
import type { Failure } from './receipt'

/**
 * The name and message of something thrown. An error is known by its fields, for one from a VM context is no instance of
 * this realm's Error. Anything else is shown as it is.
 */
export function describeThrown(thrown: unknown): Failure {
  if (isErrorLike(thrown)) return { name: thrown.name, message: thrown.message }
  return { name: 'NotAnError', message: `thrown: ${inspect(thrown)}` }
}

function isErrorLike(thrown: unknown): thrown is Failure {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'name' in thrown &&
    'message' in thrown &&
    typeof thrown.name === 'string' &&
    typeof thrown.message === 'string'
  )
}
