import { readProjectConfig } from '../config/project-config'
import { type Bundle, bundle } from './bundle'

/** Builds the function in memory from the current sources and configuration. */
export function buildFunction(): Promise<Bundle> {
  return bundle({ config: readProjectConfig() })
}
