import type { Config, EnvironmentConfig } from '../config/config'
import { addressIn } from '../segment-api/environment'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'

type Region = EnvironmentConfig['region']

/** HTTP API, "Regional configuration". The wrong host answers with success, but the calls are lost. */
const hosts = { us: 'https://api.segment.io', eu: 'https://events.eu1.segmentapis.com' } as const

const urlVariable = 'SEGMENT_TRACKING_URL'

/**
 * SEGMENT_WRITE_KEY.
 * @throws UserError when it is not set or malformed.
 */
export function writeKeyOf({ SEGMENT_WRITE_KEY }: Variables): string {
  const writeKey = SEGMENT_WRITE_KEY?.trim()
  // In Basic authentication, a colon would end the write key.
  if (writeKey && /^[\x21-\x39\x3b-\x7e]+$/.test(writeKey)) return writeKey
  throw new UserError(
    writeKey
      ? 'SEGMENT_WRITE_KEY contains characters that are not allowed in a write key; copy it again'
      : 'SEGMENT_WRITE_KEY is not set; copy it in Segment from Connections > Sources > the source > Settings > API Keys, and put it in .env or the environment',
  )
}

/**
 * The address of the tracking API without a final slash: SEGMENT_TRACKING_URL (for tests and proxies), or the region's
 * host.
 * @throws UserError when the variable does not hold an address.
 */
export function trackingUrlOf(variables: Variables, region: Region): string {
  return addressIn(urlVariable, variables) ?? hosts[region]
}

/**
 * The same for a command without an environment: the region of all environments.
 * @throws UserError when the regions differ and the variable is not set.
 */
export function commonTrackingUrlOf(variables: Variables, { environments }: Config): string {
  const regions = new Set(Object.values(environments).map(({ region }) => region))
  const [region = 'us', other] = regions
  if (other === undefined || addressIn(urlVariable, variables)) return trackingUrlOf(variables, region)
  throw new UserError(
    `the environments of segment.config.json are in different regions, and calls to the wrong region are lost; set ${urlVariable} to ${hosts.us} or ${hosts.eu}`,
  )
}
