import { foldName } from '../json/keys'
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
  /** Whether its `status` is the state of a transaction. */
  readonly isTransaction: boolean
  /** Whether the section `referrer` tells of its guest. */
  readonly isReferrerGuest: boolean
  /** Folded names that mean something else in this event than in the others. */
  readonly ignores: readonly string[]
}

type Definition = Pick<EventDefinition, 'name'> & Partial<EventDefinition>

/** Declares an event; only what is particular to it needs to be said. `describeEvent` says what people read about it. */
export function defineEvent(definition: Definition): EventDefinition {
  const none = { aliases: [], properties: [], isProfile: false, isTransaction: false, isReferrerGuest: false }
  return { ...none, ...definition, ignores: (definition.ignores ?? []).map(foldName) }
}
