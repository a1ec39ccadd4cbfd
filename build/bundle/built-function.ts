import { readProjectConfig } from '../config/project-config'
import { type Bundle, bundle } from './bundle'

/** Builds the function from the sources and the configuration as they are now, in memory. */
export function buildFunction(): Promise<Bundle> {
  return bundle({ config: readProjectConfig() })
}
