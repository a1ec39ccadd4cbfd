import { bundle } from '../bundle/bundle'
import { refusals } from '../config/project-config'
import { readConfig } from '../config/read-config'
import { createInspect, type Inspect } from '../inspection'
import { createRuntime, type Runtime } from '../runtime'
import { readDeclarations } from './declarations'

/** The function as the sources and the configuration have it: one runs it as Segment does, the other explains it. */
export interface LocalFunction {
  readonly runtime: Runtime
  readonly inspect: Inspect
  /** The names of the events that it knows. */
  readonly eventNames: readonly string[]
}

/**
 * Builds the function and makes it ready for requests. A body may be sent again and again, so nothing is dropped for
 * having been seen before.
 * @throws UserError when the sources do not compile, or the configuration is wrong.
 */
export async function buildLocalFunction(): Promise<LocalFunction> {
  const { events, settingDefinitions } = await readDeclarations()
  const eventNames = events.map(({ name }) => name)
  const config = readConfig({ eventNames, settings: settingDefinitions, refusals })
  const [{ code }, inspect] = await Promise.all([bundle({ config }), createInspect(config, events)])
  return { runtime: createRuntime(code, { rules: { deduplication: false } }), inspect, eventNames }
}
