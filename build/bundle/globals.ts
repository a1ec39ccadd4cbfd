import { wordList } from '../../shared/json/word-list'

/** The globals of ECMAScript that a bundle may use. */
export const ecmaScriptGlobals: readonly string[] = wordList(`
  AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError Float32Array
  Float64Array Infinity Int16Array Int32Array Int8Array Intl JSON Map Math NaN Number Object Promise Proxy RangeError
  ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent globalThis isFinite
  isNaN parseFloat parseInt`)

/**
 * The other globals that a bundle may use. Segment documents them, or its public runtime has them.
 * https://segment.com/docs/connections/functions/source-functions/
 */
export const segmentGlobals: readonly string[] = wordList(`
  Segment EventNotSupported InvalidEventPayload RetryError ValidationError cache
  Buffer URL URLSearchParams console crypto`)

/**
 * The globals that the function uses for each request. The script gets them as parameters, which are faster to read
 * than globals.
 */
export const parameterGlobals: readonly string[] = wordList(
  'Array Buffer Date Intl JSON Map Math Number Object Set String crypto',
)
