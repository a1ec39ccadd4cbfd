import type { Config, EnvironmentConfig } from '../config/config'
import { addressIn } from '../segment-api/environment'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'

type Region = EnvironmentConfig['region']

/** HTTP API, "Regional configuration". What is sent to the wrong one is answered well, and lost. */
const hosts = { us: 'https://api.segment.io', eu: 'https://events.eu1.segmentapis.com' } as const

const urlVariable = 'SEGMENT_TRACKING_URL'

/**
 * SEGMENT_WRITE_KEY.
 * @throws UserError when it is not set or malformed.
 */
export function writeKeyOf({ SEGMENT_WRITE_KEY }: Variables): string {
  const writeKey = SEGMENT_WRITE_KEY?.trim()
  // In Basic authentication a colon would end it.
  if (writeKey && /^[\x21-\x39\x3b-\x7e]+$/.test(writeKey)) return writeKey
  throw new UserError(
    writeKey
      ? 'SEGMENT_WRITE_KEY holds characters that no write key has; copy it again'
      : 'SEGMENT_WRITE_KEY is not set; copy it in Segment from Connections > Sources > the source > Settings > API Keys, and put it in .env or the environment',
  )
}

/**
 * Where the tracking API is, without a slash at the end: SEGMENT_TRACKING_URL, for tests and proxies, else the region's
 * host.
 * @throws UserError when the variable holds no address.
 */
export function trackingUrlOf(variables: Variables, region: Region): string {
  return addressIn(urlVariable, variables) ?? hosts[region]
}

/**
 * The same for a command that is not told a region: that of all environments.
 * @throws UserError when they differ, and the variable does not decide.
 */
export function commonTrackingUrlOf(variables: Variables, { environments }: Config): string {
  const regions = new Set(Object.values(environments).map(({ region }) => region))
  const [region = 'us', other] = regions
  if (other === undefined || addressIn(urlVariable, variables)) return trackingUrlOf(variables, region)
  throw new UserError(
    `the environments of segment.config.json are in different regions, and a call that is sent to the wrong one is lost; set ${urlVariable} to ${hosts.us} or ${hosts.eu}`,
  )
}
