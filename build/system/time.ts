/** The clock of a command; tests have one that does not let them wait. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
  /** The longest wait before a failed call is first tried again, in milliseconds; it doubles each time. */
  readonly firstDelayMs: number
}

export const systemTime: Time = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  firstDelayMs: 1000,
}
