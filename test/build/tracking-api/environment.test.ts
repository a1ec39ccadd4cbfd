import type { Config } from '../../../build/config/config'
import { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from '../../../build/tracking-api'

test.each([
  ['us', undefined, 'https://api.segment.io'],
  ['eu', undefined, 'https://events.eu1.segmentapis.com'],
  ['eu', ' ', 'https://events.eu1.segmentapis.com'],
  ['eu', 'http://127.0.0.1:8080/proxy//', 'http://127.0.0.1:8080/proxy'],
] as const)('calls of region %s go, with SEGMENT_TRACKING_URL %j, to %s', (region, given, expected) => {
  expect(trackingUrlOf({ SEGMENT_TRACKING_URL: given }, region)).toBe(expected)
})

test.each([
  'api.segment.io',
  'http://api.segment.io',
  'ftp://api.segment.io',
  'https://user:word@api.segment.io',
  'https://a/?key=x',
])('an address such as %s is refused without being shown', (given) => {
  expect(() => trackingUrlOf({ SEGMENT_TRACKING_URL: given }, 'us')).toThrow(
    'SEGMENT_TRACKING_URL: expected an https address (or http on this machine) without user and query; correct it, or remove it to use Segment',
  )
})

test('a write key is taken without the blanks around it', () => {
  expect(writeKeyOf({ SEGMENT_WRITE_KEY: ' aWriteKey\n' })).toBe('aWriteKey')
})

test.each([
  [undefined, 'SEGMENT_WRITE_KEY is not set; copy it in Segment from'],
  [' ', 'SEGMENT_WRITE_KEY is not set; copy it in Segment from'],
  ['aKey:', 'SEGMENT_WRITE_KEY contains characters that are not allowed in a write key; copy it again'],
  ['a key', 'SEGMENT_WRITE_KEY contains characters that are not allowed in a write key; copy it again'],
  ['aKey•', 'SEGMENT_WRITE_KEY contains characters that are not allowed in a write key; copy it again'],
])('the write key %j is refused', (given, expected) => {
  expect(() => writeKeyOf({ SEGMENT_WRITE_KEY: given })).toThrow(expected)
})

const configOf = (...regions: readonly string[]) =>
  ({ environments: Object.fromEntries(regions.map((region, index) => [index, { region }])) }) as unknown as Config // no more of it is read

test.each([
  [['us', 'us'], undefined, 'https://api.segment.io'],
  [['eu'], undefined, 'https://events.eu1.segmentapis.com'],
  [[], undefined, 'https://api.segment.io'],
  [['us', 'eu'], 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('environments in %j, with SEGMENT_TRACKING_URL %j, share %s', (regions, given, expected) => {
  expect(commonTrackingUrlOf({ SEGMENT_TRACKING_URL: given }, configOf(...regions))).toBe(expected)
})

test('environments in two regions share none', () => {
  expect(() => commonTrackingUrlOf({}, configOf('us', 'eu'))).toThrow(
    'the environments of segment.config.json are in different regions, and calls to the wrong region are lost; set SEGMENT_TRACKING_URL to https://api.segment.io or https://events.eu1.segmentapis.com',
  )
})
