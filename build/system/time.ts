/** The clock of a command. Tests use one that does not wait. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds since some moment. Unlike `now` it never jumps, so rates are kept by it. */
  elapsed(): number
  sleep(ms: number): Promise<void>
  /** The longest wait before the first retry of a failed call, in milliseconds. It doubles with each retry. */
  readonly firstDelayMs: number
}

export const systemTime: Time = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  firstDelayMs: 1000,
}

export const hourMs = 60 * 60 * 1000
