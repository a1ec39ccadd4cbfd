/** Segment's limits, in milliseconds and bytes. */
export const limits = {
  /** The time limit of a request. */
  requestMs: 5000,
  /** The size limit of a webhook's body. */
  bodyBytes: 512 * 1024,
  /** The size limit of a call as JSON. */
  callBytes: 32 * 1024,
} as const
