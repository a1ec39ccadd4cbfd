/** A part of a mapping: a fixed value, a directive of Segment's mapping language, or a value that you fill in. */
export type MappingValue =
  | string
  | number
  | boolean
  | null
  | readonly MappingValue[]
  | { readonly [member: string]: MappingValue }

/** Fields of an action by name. A field that is not named keeps its default; `null` leaves it out. */
export type Mapping = Readonly<Record<string, MappingValue>>

/** Which of our calls an action of a destination gets, and what it makes of them. */
export interface Subscription {
  readonly name: string
  /** The name of the action in Segment's code. */
  readonly action: string
  /** Segment's FQL: which calls it takes. */
  readonly trigger: string
  readonly mapping: Mapping
  /** The channel whose subscription state it sets in the tool. */
  readonly consent?: 'email' | 'SMS'
}

/** An answer of the tool that the destination's code needs before it goes on. */
export interface ToolAnswer {
  /** A part of the URL that is answered so. */
  readonly url: string
  readonly body: MappingValue
  /** 200 unless given. */
  readonly status?: number
}

/** A tool that Segment delivers to, with the subscriptions that suit this source. */
export interface Destination {
  /** The name of its folder in Segment's code. */
  readonly slug: string
  readonly name: string
  /** Its id in Segment's catalogue. */
  readonly metadataId: string
  /** Invented settings, which are valid, to run its code with. */
  readonly settings: Readonly<Record<string, MappingValue>>
  /** Of a destination without presets: the actions that people add first, with their suggested triggers and mappings. */
  readonly suggested?: readonly string[]
  readonly subscriptions: readonly Subscription[]
  /** What happens without our subscriptions, in a sentence. */
  readonly byDefault: string
  /** All other requests are answered with `{}`. */
  readonly answers?: readonly ToolAnswer[]
  /** What to do in the tool first, what it costs, and what cannot be had: one sentence each. */
  readonly notes: readonly string[]
}
