import type { BodyPaths } from '../../shared/read/walk'
import type { Config } from './config'

/** The paths of `body` as lists of names. */
export function bodyPaths(body: NonNullable<Config['body']>): BodyPaths {
  return Object.fromEntries(Object.entries(body).map(([part, path]) => [part, path.split('.')]))
}
