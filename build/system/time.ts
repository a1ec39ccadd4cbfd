/** The clock of a command. Tests use one that does not wait. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
  /** The longest wait before the first retry of a failed call, in milliseconds. It doubles with each retry. */
  readonly firstDelayMs: number
}

export const systemTime: Time = {
  now: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  firstDelayMs: 1000,
}

export const hourMs = 60 * 60 * 1000
