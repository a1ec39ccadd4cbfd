import { version } from '../../package.json'
import type { SentCall } from './property-run'

export const largest = 32_000
export const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** A call as the function hands it over, with the version that the outcome does not show. */
export function sizeOf({ type: _, ...message }: SentCall): number {
  return bytes({ ...message, context: { ...message.context, library: library() } })
}

export function library() {
  return { name: 'paytronix-segment-source', version }
}
