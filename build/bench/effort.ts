/** How much is measured: more takes longer and varies less. */
export interface Effort {
  /** How often everything is measured. A machine's speed changes meanwhile, so what is compared takes turns. */
  readonly rounds: number
  /** Milliseconds for all samples together, in all rounds. */
  readonly sampleTime: number
  /** Cold starts in a round. */
  readonly coldStarts: number
  /** Requests after which no memory may be kept. */
  readonly requests: number
  /** Sizes of the batches that show how time grows. */
  readonly batchSizes: readonly number[]
}

export const usualEffort: Effort = {
  rounds: 5,
  sampleTime: 15_000,
  coldStarts: 12,
  requests: 100_000,
  batchSizes: [1, 10, 100, 1000],
}
