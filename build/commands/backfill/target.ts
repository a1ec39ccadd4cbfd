import { events } from '../../../functions/events'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import { printable } from '../../cli/printable'
import type { Io } from '../../cli/screen'
import type { Config, EnvironmentConfig } from '../../config/config'
import { readProjectConfig, refusals } from '../../config/project-config'
import type { FunctionSettings } from '../../runtime'
import { desiredOf } from '../../segment-api/desired'
import { environmentNamed, titleOf } from '../../segment-api/environment'
import { shortDigest } from '../../system/digest'
import { UserError } from '../../system/errors'
import { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from '../../tracking-api'
import { openSession } from '../workspace/session'

/** The function as it is deployed, and the destinations that get the calls of a backfill. */
export interface ConfiguredFunction {
  readonly code: string
  readonly settings: FunctionSettings
  readonly integrations: Readonly<Record<string, unknown>> | undefined
}

/** The source that gets the calls. */
export interface Target {
  readonly writeKey: string
  readonly url: string
  /** The name for people. */
  readonly name: string
  /** Identifies the target in a checkpoint. Not the write key. */
  readonly id: string
}

/**
 * The `integrations` object (Segment Spec, "Common Fields"; Filtering your Segment Data). `All` means every destination
 * that is not named. Warehouses have their own key.
 */
const warehousesOnly = { All: false, Warehouses: { all: true } }

/**
 * Builds the function with the settings of an environment, or without settings. The shared secret is left out: it only
 * authorizes requests, and the files are the user's own.
 */
export async function configuredFunction(
  name: string | undefined,
  isForWarehousesOnly: boolean,
  context: Context,
): Promise<ConfiguredFunction> {
  const config = readProjectConfig(context.places.config)
  const environment = name === undefined ? undefined : environmentNamed(name, config)
  context.screen.progress('building the function …')
  const { code } = await bundle({ config })
  context.screen.progress('')
  const settings = environment === undefined ? {} : settingsOf(environment, config, code, context)
  const integrations = isForWarehousesOnly ? warehousesOnly : environment?.backfill?.integrations
  return { code, settings, integrations }
}

function settingsOf(environment: EnvironmentConfig, config: Config, code: string, { io }: Context): FunctionSettings {
  const { settings } = desiredOf({ config, environment, code, events, variables: io.env }).source
  const wrong = refusals(settings, config)
  if (wrong.length > 0) throw new UserError(`settings: ${wrong.join('; ')}`)
  return { ...settings }
}

/**
 * Finds the target: the source of SEGMENT_WRITE_KEY, or the environment's source, whose write key it asks Segment for.
 * From here on, no output shows the key.
 */
export async function targetOf(name: string | undefined, context: Context): Promise<Target> {
  const { io, screen, places } = context
  const config = readProjectConfig(places.config)
  if (name === undefined) return keyTarget(io.env, commonTrackingUrlOf(io.env, config))
  const { region, source } = environmentNamed(name, config)
  const place = `environment ${name}, source ${source.slug}`
  const url = trackingUrlOf(io.env, region)
  if (io.env.SEGMENT_WRITE_KEY?.trim()) return keyTarget(io.env, url, place)
  const found = await sourceKey(name, context)
  screen.hide([found.writeKey])
  return { ...found, url, id: idOf(found.writeKey, place) }
}

function keyTarget(variables: Io['env'], url: string, place?: string): Target {
  const writeKey = writeKeyOf(variables)
  return { writeKey, url, name: 'the source of SEGMENT_WRITE_KEY', id: idOf(writeKey, place) }
}

/** The id includes the key's digest even for an environment: Segment answers 200 to a wrong key and stores nothing. */
function idOf(writeKey: string, place?: string): string {
  const key = `write key with digest ${shortDigest(writeKey)}`
  return place === undefined ? key : `${place}, ${key}`
}

async function sourceKey(name: string, context: Context): Promise<Pick<Target, 'writeKey' | 'name'>> {
  const { api, environment, workspace } = await openSession(name, context)
  const { slug } = environment.source
  context.screen.progress('asking Segment for the write key …')
  const title = printable(titleOf(workspace))
  const source = (await api.sources.list()).find((one) => one.slug === slug)
  const [writeKey] = source === undefined ? [] : await api.sources.writeKeys(source.id)
  context.screen.progress('')
  if (source === undefined)
    throw new UserError(`the workspace ${title} has no source "${slug}"; run npm run deploy -- --env ${name}`)
  if (!source.enabled)
    throw new UserError(`the source "${slug}" is disabled and would drop every call; enable it in Segment first`)
  if (writeKey === undefined)
    throw new UserError(
      `the token may not read the write key of "${slug}"; give it the role Source Admin, or put the key into SEGMENT_WRITE_KEY`,
    )
  return { writeKey, name: `the source "${slug}" of the workspace ${title}` }
}
