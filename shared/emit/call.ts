import type { JsonObject } from '../json/values'

export interface ExternalId {
  readonly id: string
  readonly type: 'paytronix_account_id'
  readonly collection: 'users'
  readonly encoding: 'none'
}

export interface CallContext {
  library: { readonly name: string; readonly version: string }
  externalIds?: readonly ExternalId[]
  traits?: JsonObject
}

/** What every call carries. */
export interface Message {
  messageId: string
  context: CallContext
  userId?: string
  anonymousId?: string
  timestamp?: string
}

export interface TrackMessage extends Message {
  readonly event: string
  readonly properties: JsonObject
}

export interface IdentifyMessage extends Message {
  readonly traits: JsonObject
}

/** A call to be made, as plain data: what `Segment.track` or `Segment.identify` gets. */
export type Call =
  | { readonly type: 'track'; readonly message: TrackMessage }
  | { readonly type: 'identify'; readonly message: IdentifyMessage }
