import { inspect } from 'node:util'
import type { Failure } from './receipt'

/**
 * The name and message of a thrown value. It recognizes an error by its fields: an error from a VM context is not an
 * instance of this realm's Error. Other values are shown unchanged.
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
