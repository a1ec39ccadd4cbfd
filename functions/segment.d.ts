/**
 * All globals that a source function may use. Code that uses another one does not compile.
 * Source: Segment's documentation, "Source Functions" and "Functions runtime".
 */

interface SegmentCall {
  userId?: string
  anonymousId?: string
  messageId?: string
  timestamp?: string
  context?: object
}

declare const Segment: {
  identify(call: SegmentCall & { traits?: object }): unknown
  track(call: SegmentCall & { event: string; properties?: object }): unknown
}

declare class ValidationError extends Error {}
declare class InvalidEventPayload extends Error {}
declare class EventNotSupported extends Error {}

declare const console: {
  warn(message: string): void
  error(message: string): void
}

/** The part of Node's crypto module that the function uses. */
declare const crypto: {
  createHash(algorithm: 'sha256'): {
    update(text: string): { digest(encoding: 'hex'): string; digest(): Uint8Array }
  }
  /** Faster, where Node has it: from 20.12 on. */
  hash?(algorithm: 'sha256', text: string, encoding: 'hex'): string
  timingSafeEqual(left: Uint8Array, right: Uint8Array): boolean
}

declare const Buffer: {
  byteLength(text: string): number
  from(text: string, encoding: 'base64'): { toString(encoding: 'utf8'): string }
}

declare class URLSearchParams {
  constructor(text: string)
  get(name: string): string | null
  getAll(name: string): string[]
  [Symbol.iterator](): IterableIterator<[string, string]>
}
