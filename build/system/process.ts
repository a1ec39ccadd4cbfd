/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>

/** The input on stdin. */
export type StdinStream = AsyncIterable<Uint8Array | string>
