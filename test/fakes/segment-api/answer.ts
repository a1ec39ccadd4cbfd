/** An answer to the caller. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. A text is sent unchanged. */
  readonly body: unknown
}
