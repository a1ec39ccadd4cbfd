import type { UserIdSource } from '../../shared/settings/settings'
import type { Failure, Json, SegmentCall, Status } from '../runtime/receipt'

/** The result of one body and the reasons for it, as plain data for people and programs. */
export interface Inspection extends Explanation {
  readonly status: Status
  /** Why the request as a whole was not accepted. */
  readonly error: Failure | null
  /** What the function wrote to its console, a line each. */
  readonly warnings: readonly string[]
}

/** What the readings of a request's events kept. */
export interface Explanation {
  readonly events: readonly InspectedEvent[]
  /** Items of the body that are not objects, so they are not events. */
  readonly misshapen: readonly { readonly index: number; readonly rejection: string }[]
  /** The fields around several events that none of them used. */
  readonly envelope: Remainder
}

/** One event of a body. */
export interface InspectedEvent {
  /** Its place in the body, from 0. */
  readonly index: number
  /** Its path in the body, such as `events[0]`. Empty when it is the body. */
  readonly place: string
  /** Why it has no calls of its own. Null when it has. */
  readonly rejection: string | null
  readonly type: InspectedType
  readonly identity: InspectedIdentity
  /** The event's time. Null when Segment uses the time of receipt. */
  readonly time: FoundValue | null
  /** Its own id, from which its message ids are made. Null when they are made from its content. */
  readonly ownId: FoundValue | null
  /** The emitted properties and traits. Of a rejected event: those that it would have. */
  readonly found: readonly FoundField[]
  readonly unreadable: readonly UnreadableField[]
  /** Ids, e-mails and phones that belong to nobody, so they were ignored. */
  readonly nobody: readonly (FoundValue & { readonly name: string })[]
  /** Names of the event's properties and traits that the body does not have. */
  readonly notFound: readonly string[]
  /** Paths of the layers around the event that never identify its guest. */
  readonly outside: readonly string[]
  /** Mappings that apply to the event and found nothing. */
  readonly emptyMappings: readonly EmptyMapping[]
  readonly remainder: Remainder
  /** The calls that Segment receives. */
  readonly calls: readonly SegmentCall[]
}

/** A mapping, with the paths that it reads. */
export interface EmptyMapping {
  readonly name: string
  /** `nearest` is the part of the path that the event has. Null when it has none. */
  readonly paths: readonly { readonly path: string; readonly nearest: string | null }[]
}

/** The place that a value comes from. */
export interface Origin {
  /**
   * `url`: a parameter of the webhook's URL. `mapping`: a mapping of the configuration that reads this path of the
   * event.
   */
  readonly from: 'event' | 'envelope' | 'mapping' | 'setting' | 'url'
  /** In the event or envelope, such as `fields.firstName[0]`; or the name of the setting or parameter. */
  readonly path: string
}

export interface FoundValue {
  readonly value: Json
  readonly origins: readonly Origin[]
}

/** A property, a trait, or both under the same value. */
export interface FoundField extends FoundValue {
  readonly property: string | null
  readonly trait: string | null
}

export interface UnreadableField {
  /** The property, with the part of it that was left out: `wallets_info.balance`. */
  readonly name: string
  readonly origins: readonly Origin[]
  readonly expected: string
  /** The type or shape of the value that came instead. */
  readonly received: string
  /** The value that was sent, unless it is an object or list. */
  readonly value: Json | null
}

export interface InspectedType {
  /** The text that was sent. Null when there is none. */
  readonly sent: string | null
  readonly origin: Origin | null
  /** The documented event that it means. */
  readonly event: string | null
  readonly knownAs: 'name' | 'alias' | 'eventAliases' | null
  /** The name that Segment gets. Null when the event is rejected. */
  readonly emittedAs: string | null
}

export interface InspectedIdentity {
  readonly userId: string | null
  /** Also there with a userId when the guest has a card. The identify call then carries it. */
  readonly anonymousId: string | null
  /** The sources of `userIdFrom` that were tried, in order. */
  readonly sources: readonly InspectedSource[]
  /** The value from which the anonymousId is made. */
  readonly anonymousOf: (FoundValue & { readonly kind: string }) | null
  /** Values that distinguish guests, whatever their ids are. */
  readonly guest: {
    readonly merchant: string | null
    readonly account: string | null
    readonly card: string | null
    readonly email: string | null
    readonly phone: string | null
    readonly name: string | null
  }
}

export interface InspectedSource {
  readonly source: UserIdSource
  readonly verdict: 'used' | 'absent' | 'unreadable' | "nobody's" | 'too long'
  readonly value: string | null
  readonly origins: readonly Origin[]
}

/** The rest of a body. Every scalar that is not blank is used, unreadable, nobody's, unused, or never emitted. */
export interface Remainder {
  readonly used: readonly UsedPlace[]
  readonly unused: readonly UnusedField[]
  /** Paths of fields that are never emitted, even if a mapping names them. */
  readonly neverEmitted: readonly string[]
}

/** A place with a value that was used. */
export interface UsedPlace {
  readonly path: string
  /** The properties, with the part of each: `wallets_info.balance`; or the mapping that read it. */
  readonly by: readonly string[]
}

export interface UnusedField {
  readonly path: string
  readonly keys: readonly string[]
  /**
   * The keys with names in place of the items of a list of named values, as `body.event` writes them. Null without one.
   */
  readonly named: readonly string[] | null
  /** How many of the keys lead to the outermost list or JSON text around it. Null without one. */
  readonly listDepth: number | null
  readonly value: Json
  /** Why a known field was not used. Null when the function does not know its name. */
  readonly why: string | null
}
