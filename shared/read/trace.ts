import type { EventDefinition } from '../declare/event'
import type { Property } from '../declare/property'
import type { Outcome } from '../emit/handle'
import type { JsonObject } from '../json/values'
import type { UserIdSource } from '../settings/settings'

/** A step of the function's work on a request: where it looked, what it found there and what it made of it. */
export type Step =
  /** The body, out of the form field if it came in one. */
  | { readonly step: 'body'; readonly body: unknown }
  /** The search for known names begins, in an envelope or in an event. What follows is about that event. */
  | { readonly step: 'find'; readonly object: JsonObject }
  /** Now it looks at the keys of this object, which is the event or a place or section of it. */
  | { readonly step: 'visit'; readonly object: JsonObject }
  /** Of the object last visited, a key goes by a name of the property; the lower the rank, the earlier it counts. */
  | {
      readonly step: 'note'
      readonly property: Property
      readonly rank: number
      /** Empty when it is the object itself. */
      readonly key: string
      readonly value: unknown
    }
  /** What names the event's type. */
  | { readonly step: 'named'; readonly value: unknown }
  /** The event's type and what it stands for. */
  | { readonly step: 'type'; readonly type: string | undefined; readonly definition: EventDefinition | undefined }
  /** A property is asked for; unless its value is known already, the steps to `got` serve to find it. */
  | { readonly step: 'get'; readonly property: Property; readonly known: unknown }
  | { readonly step: 'got'; readonly property: Property; readonly value: unknown }
  /** A value as sent, and what the property's normaliser made of it. */
  | { readonly step: 'read'; readonly property: Property; readonly sent: unknown; readonly value: unknown }
  /** Members of a small object, such as a wallet, each with its key. */
  | { readonly step: 'pick'; readonly object: JsonObject; readonly picked: object; readonly best: Picks }
  /** An object that holds wallets by their codes; `walletsAt` gives those under a key. */
  | { readonly step: 'keyed'; readonly object: JsonObject; readonly walletsAt: (key: string) => readonly object[] }
  /** A value, or a part of one, is left out. */
  | {
      readonly step: 'warn'
      readonly name: string
      readonly part: string
      readonly expected: string
      readonly value: unknown
    }
  /** What a source of user ids gives, and whether that can be used. */
  | {
      readonly step: 'userId'
      readonly source: UserIdSource
      readonly property: Property
      readonly id: string | undefined
    }
  | { readonly step: 'anonymousId'; readonly kind: string; readonly id: string }
  /** What became of each event. */
  | { readonly step: 'settle'; readonly outcomes: readonly Outcome[] }

type Picks = Readonly<Record<string, { readonly raw: string } | undefined>>

let observer: ((step: Step) => void) | undefined

/** Has every step reported, or by undefined none any more. */
export function traceTo(next: typeof observer): void {
  observer = next
}

/**
 * Reports a step. Call it under the label `TRACE` and do nothing else there: the build drops the statements of that
 * label from the function that Segment runs, since only `npm run inspect` watches.
 */
export function trace(step: Step): void {
  observer?.(step)
}
