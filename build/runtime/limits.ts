/** What Segment allows, in milliseconds and bytes. */
export const limits = {
  /** Time that a request may take. */
  requestMs: 5000,
  /** Size of a webhook's body. */
  bodyBytes: 512 * 1024,
  /** Size of a call as JSON. */
  callBytes: 32 * 1024,
} as const
