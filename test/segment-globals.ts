import nodeCrypto from 'node:crypto'
import * as errors from '../build/runtime/segment-errors'
import packageJson from '../package.json'

/** A call as the function made it, in the order of the calls. */
export interface RecordedCall {
  type: 'identify' | 'track'
  message: unknown
}

/** What the function did; filled while it runs. */
export interface Recorded {
  calls: RecordedCall[]
  /** What was said through console.warn and console.error, which print nothing any more. */
  warnings: string[]
  errors: string[]
  /** Forgets everything recorded so far. */
  clear(): void
}

/**
 * Gives Node what a source function finds at Segment: `Segment`, the error classes, `crypto` as Node's module, and the
 * version that the build fills in. Sources take globals only when they are called, so calling this once at the top of
 * a test file is early enough, whatever the order of imports. Objects are recorded as they are, not copied.
 */
export function installSegmentGlobals(): Recorded {
  const recorded: Recorded = {
    calls: [],
    warnings: [],
    errors: [],
    clear() {
      for (const list of [recorded.calls, recorded.warnings, recorded.errors]) list.length = 0
    },
  }
  const record = (type: RecordedCall['type']) => (message: unknown) => {
    recorded.calls.push({ type, message })
  }
  define({
    ...errors,
    Segment: { identify: record('identify'), track: record('track') },
    crypto: nodeCrypto,
    PAYTRONIX_SEGMENT_SOURCE_VERSION: packageJson.version,
  })
  console.warn = (message: string) => void recorded.warnings.push(message)
  console.error = (message: string) => void recorded.errors.push(message)
  return recorded
}

/** By definition rather than assignment: Node's own `crypto` is a getter. */
function define(globals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
}
