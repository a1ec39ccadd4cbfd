import { bundle } from '../bundle/bundle'
import { refusals } from '../config/project-config'
import { readConfig } from '../config/read-config'
import { createInspect, type Inspect } from '../inspection'
import { createRuntime, type FunctionSettings, type Runtime } from '../runtime'
import { readDeclarations } from './declarations'

/** The function of the current sources and configuration: a runtime that runs it, and an inspector that explains it. */
export interface LocalFunction {
  readonly runtime: Runtime
  readonly inspect: Inspect
  /** The names of its events. */
  readonly eventNames: readonly string[]
  /** Why it would reject every request with these settings, one line each. */
  readonly settingsProblems: (settings: FunctionSettings) => readonly string[]
}

/**
 * Builds the function and prepares it for requests. Users may send the same body repeatedly, so repeats are not
 * dropped.
 * @throws UserError when the sources do not compile or the configuration is wrong.
 */
export async function buildLocalFunction(): Promise<LocalFunction> {
  const { events, settingDefinitions } = await readDeclarations()
  const eventNames = events.map(({ name }) => name)
  const config = readConfig({ eventNames, settings: settingDefinitions, refusals })
  const [{ code }, inspect] = await Promise.all([bundle({ config }), createInspect(config, events)])
  const settingsProblems = (settings: FunctionSettings) => refusals(settings, config)
  return { runtime: createRuntime(code, { rules: { deduplication: false } }), inspect, eventNames, settingsProblems }
}
