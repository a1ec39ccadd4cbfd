import Ajv from 'ajv'
import type { SegmentCall } from '../../../build/runtime'
import { limits } from '../../../build/runtime/limits'

/** In bytes. Segment documents 500 KB (HTTP API, "Max request size"). This is the smaller meaning of KB. */
const batchLimit = 500_000

const filled = { type: 'string', minLength: 1 }
const object = { type: 'object' }
/** Identities, times and names each have one type. A track call has an event. */
const call = {
  type: 'object',
  required: ['type', 'messageId'],
  properties: {
    type: { enum: ['track', 'identify', 'group', 'page', 'screen', 'alias'] },
    messageId: { ...filled, maxLength: 100 },
    timestamp: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
    },
    ...{ userId: filled, anonymousId: filled, event: filled },
    ...{ properties: object, traits: object, context: object, integrations: object },
  },
  anyOf: [{ required: ['userId'] }, { required: ['anonymousId'] }],
  if: { properties: { type: { const: 'track' } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
  then: { required: ['event'] },
}
const isBatch = new Ajv().compile<{ batch: SegmentCall[] }>({
  type: 'object',
  required: ['batch'],
  properties: { batch: { type: 'array', minItems: 1, items: call } },
})

/** The calls of a request's body, or the reason why Segment would refuse it. */
export type Batch = readonly SegmentCall[] | string

export function readBatch(text: string): Batch {
  if (Buffer.byteLength(text) > batchLimit) return 'batch over 500 KB'
  const body = parsed(text)
  if (!isBatch(body)) return `${isBatch.errors?.[0]?.instancePath ?? ''} ${isBatch.errors?.[0]?.message}`.trim()
  const isTooLarge = body.batch.some((one) => Buffer.byteLength(JSON.stringify(one)) > limits.callBytes)
  return isTooLarge ? 'call over 32 KB' : body.batch
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
