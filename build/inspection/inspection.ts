import type { UserIdSource } from '../../shared/settings/settings'
import type { Failure, Json, SegmentCall, Status } from '../runtime/receipt'

/** What became of one body, and why: plain data, for people to be shown and for programs. */
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
  /** Items of the body that are no objects, and so no events. */
  readonly misshapen: readonly { readonly index: number; readonly rejection: string }[]
  /** What stands around several events and was used for none of them. */
  readonly envelope: Remainder
}

/** One event of a body. */
export interface InspectedEvent {
  /** Its place in the body, from 0. */
  readonly index: number
  /** Where it stands in the body: `events[0]`; empty when it is the body. */
  readonly place: string
  /** Why it gives no calls of its own; null when it does. */
  readonly rejection: string | null
  readonly type: InspectedType
  readonly identity: InspectedIdentity
  /** When it took place; null when Segment will use the time of receipt. */
  readonly time: FoundValue | null
  /** Its own id, of which its message ids are made; null when they are made of its content. */
  readonly ownId: FoundValue | null
  /** The properties and traits that are emitted. Of a rejected event: those that would be. */
  readonly found: readonly FoundField[]
  readonly unreadable: readonly UnreadableField[]
  /** Ids, e-mails and phones that stand for nobody, and so were passed over. */
  readonly nobody: readonly (FoundValue & { readonly name: string })[]
  /** Names of the event's properties and traits of which the body tells nothing. */
  readonly notFound: readonly string[]
  /** Paths of the layers around the event that never tell of its guest. */
  readonly outside: readonly string[]
  /** Mappings that hold for the event and gave nothing. */
  readonly emptyMappings: readonly EmptyMapping[]
  readonly remainder: Remainder
  /** What Segment receives of it. */
  readonly calls: readonly SegmentCall[]
}

/** A mapping, with the paths that it reads. */
export interface EmptyMapping {
  readonly name: string
  /** `nearest` is as much of the path as the event has; null when it has none of it. */
  readonly paths: readonly { readonly path: string; readonly nearest: string | null }[]
}

/** Where a value is from. */
export interface Origin {
  /** `url`: a parameter of the webhook's URL. `mapping`: the configuration's, which reads this path of the event. */
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
  /** The type or shape of what came instead. */
  readonly received: string
  /** What was sent, unless it is an object or list. */
  readonly value: Json | null
}

export interface InspectedType {
  /** As sent; null when nothing names one. */
  readonly sent: string | null
  readonly origin: Origin | null
  /** The documented event that it stands for. */
  readonly event: string | null
  readonly knownAs: 'name' | 'alias' | 'eventAliases' | null
  /** The name that Segment gets; null when the event is rejected. */
  readonly emittedAs: string | null
}

export interface InspectedIdentity {
  readonly userId: string | null
  /** Also beside a userId, where the guest has a card: then the identify call carries it. */
  readonly anonymousId: string | null
  /** The sources of `userIdFrom` in their order, as far as they were looked at. */
  readonly sources: readonly InspectedSource[]
  /** What the anonymousId is made of. */
  readonly anonymousOf: (FoundValue & { readonly kind: string }) | null
  /** What tells guests apart whatever their ids are. */
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

/** What became of the rest: every scalar that says something is used, unreadable, nobody's, unused, or never leaves. */
export interface Remainder {
  readonly used: readonly UsedPlace[]
  readonly unused: readonly UnusedField[]
  /** Paths of what never leaves, whatever a mapping says. */
  readonly neverEmitted: readonly string[]
}

/** A place that gave a value. */
export interface UsedPlace {
  readonly path: string
  /** The properties, with the part of each: `wallets_info.balance`; or the mapping that read it. */
  readonly by: readonly string[]
}

export interface UnusedField {
  readonly path: string
  readonly keys: readonly string[]
  /** The keys with the name in a list of named values in place of its item, to where `body.event` may lead; or null. */
  readonly named: readonly string[] | null
  /** How many of the keys lead to the outermost list or JSON text that it is in; null when it is in none. */
  readonly listDepth: number | null
  readonly value: Json
  /** Why a known field was not used; null when its name means nothing here. */
  readonly why: string | null
}
