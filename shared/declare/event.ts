import type { Property } from './property'

/** One kind of Paytronix event, and what is particular to it. */
export interface EventDefinition {
  /** The name of the track call, as Segment documents it. */
  readonly name: string
  /** Other names under which it arrives. */
  readonly aliases: readonly string[]
  /** Properties beside the shared ones. */
  readonly properties: readonly Property[]
  /** Whether it tells who a guest is, and so identifies also under `identify: profile`. */
  readonly isProfile: boolean
  /** Names that mean something else in this event than in the others. */
  readonly ignores: readonly string[]
}

type Definition = Pick<EventDefinition, 'name'> & Partial<EventDefinition>

/** Declares an event; only what is particular to it needs to be said. `describeEvent` says what people read about it. */
export function defineEvent(definition: Definition): EventDefinition {
  return { aliases: [], properties: [], isProfile: false, ignores: [], ...definition }
}
