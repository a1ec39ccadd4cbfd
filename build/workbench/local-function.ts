import { bundle } from '../bundle/bundle'
import { refusals } from '../config/project-config'
import { readConfig } from '../config/read-config'
import { sharedSettings } from '../config/shared-settings'
import { createInspect, findRemedies, type Inspect, type Inspection, type Remedy } from '../inspection'
import { createRuntime, type FunctionSettings, type Runtime, type WebhookRequest } from '../runtime'
import { readDeclarations } from './declarations'

/** The function of the current sources and configuration: a runtime that runs it, and an inspector that explains it. */
export interface LocalFunction {
  readonly runtime: Runtime
  readonly inspect: Inspect
  /** What to do about what a request tells. */
  readonly remediesFor: (
    request: WebhookRequest,
    inspection: Inspection,
    settings: FunctionSettings,
  ) => Promise<Remedy[]>
  /** The names of its events. */
  readonly eventNames: readonly string[]
  /** The settings that all environments of the configuration share. */
  readonly settings: FunctionSettings
  /** Why it would reject every request with these settings, one line each. */
  readonly settingsProblems: (settings: FunctionSettings) => readonly string[]
}

/**
 * Builds the function and prepares it for requests. Users may send the same body repeatedly, so repeats are not
 * dropped.
 * @param file The configuration file.
 * @throws UserError when the sources do not compile or the configuration is wrong.
 */
export async function buildLocalFunction(file: string): Promise<LocalFunction> {
  const { events, settingDefinitions } = await readDeclarations()
  const eventNames = events.map(({ name }) => name)
  const config = readConfig({ eventNames, settings: settingDefinitions, refusals }, file)
  const [{ code }, inspect] = await Promise.all([bundle({ config }), createInspect(config)])
  return {
    runtime: createRuntime(code, { rules: { deduplication: false } }),
    inspect,
    remediesFor: (request, inspection, settings) =>
      findRemedies({ requests: [request], inspections: [inspection], settings, config, inspect, events }),
    eventNames,
    settings: sharedSettings(config),
    settingsProblems: (settings) => refusals(settings, config),
  }
}
