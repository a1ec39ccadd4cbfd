/**
 * The rules of Segment that the local runtime imitates, and whether each applies by default. A test turns one off to see
 * what the function does by itself.
 */
const rules = {
  /** Only POST reaches the function (405). */
  methods: true,
  /** Only JSON and form bodies reach the function (415). */
  contentTypes: true,
  /** A body over 512 KiB does not reach the function (413). */
  bodyLimit: true,
  /** `request.json()` has its keys in alphabetical order, at every depth. */
  alphabetizedKeys: true,
  /** Body and settings are objects of the function’s own realm, so instanceof works. */
  functionRealm: true,
  /** A request that takes longer than the limit is interrupted. */
  timeLimit: true,
  /** Segment.* throws a ValidationError when a required field is missing. */
  validation: true,
  /** Segment.* drops top-level fields that it does not know. */
  knownFields: true,
  /** Properties and traits changed after the call change what is sent. */
  byReference: true,
  /** Calls of a request that throws are not sent. */
  discardAfterThrow: true,
  /** Calls of a request that throws, and late calls, are sent with the next request. */
  leakAfterThrow: false,
  /** A call over 32 KB is discarded on ingest. */
  messageLimit: true,
  /** A call with wrong types is discarded on ingest. */
  ingest: true,
  /** A call whose messageId was seen in the last 24 hours is discarded. */
  deduplication: true,
}

/** The name of a rule. */
export type RuleName = keyof typeof rules

/** Which rules apply. */
export type Rules = Readonly<Record<RuleName, boolean>>

/** The default of every rule, except those that `switched` changes. */
export function rulesWith(switched: Partial<Rules> = {}): Rules {
  return { ...rules, ...switched }
}
