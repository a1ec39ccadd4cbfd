/** Filled in by the build from package.json. */
declare const PAYTRONIX_SEGMENT_SOURCE_VERSION: string

/** Says in every call's `context.library` what made it; a new object for each, as others may add to it. */
export function library() {
  return { name: 'paytronix-segment-source', version: PAYTRONIX_SEGMENT_SOURCE_VERSION }
}
