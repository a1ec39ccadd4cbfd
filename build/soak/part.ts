import type { Time } from '../system/time'
import type { Found } from './discrepancies'

/** What a part of the soak is given. */
export interface SoakOptions {
  readonly seed: number
  readonly events: number
  readonly guests: number
}

/** What a part may use. */
export interface SoakContext {
  readonly progress: (text: string) => void
  readonly time: Time
}

export interface PartResult {
  readonly figures: object
  /** The figures for people: what each is of, and how much. */
  readonly rows: readonly (readonly [name: string, figure: string])[]
  readonly found: Found
}

/** One thing that the soak tries on the built function. */
export interface Part {
  readonly name: string
  /** What is so when nothing is found wrong. */
  readonly holds: string
  run(code: string, options: SoakOptions, context: SoakContext): Promise<PartResult>
}
