import type { Context } from '../../cli/command'
import { printable } from '../../cli/printable'
import type { Io } from '../../cli/screen'
import { readProjectConfig } from '../../config/project-config'
import { environmentNamed, titleOf } from '../../segment-api/environment'
import { shortDigest } from '../../system/digest'
import { UserError } from '../../system/errors'
import { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from '../../tracking-api'
import { openSession } from '../workspace/session'

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
  const title = printable(titleOf(workspace))
  const { source, writeKey } = await context.screen.during('asking Segment for the write key …', async () => {
    const found = (await api.sources.list()).find((one) => one.slug === slug)
    const [key] = found === undefined ? [] : await api.sources.writeKeys(found.id)
    return { source: found, writeKey: key }
  })
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
