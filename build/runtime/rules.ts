/**
 * The rules of Segment that the local runtime imitates: whether each applies by default, and what it does.
 * A test turns one off to see what the function does by itself.
 */
export const rules = {
  methods: { standard: true, does: 'only POST reaches the function (405)' },
  contentTypes: { standard: true, does: 'only JSON and form bodies reach the function (415)' },
  bodyLimit: { standard: true, does: 'a body over 512 KiB does not reach the function (413)' },
  alphabetizedKeys: { standard: true, does: 'request.json() has its keys in alphabetical order, at every depth' },
  functionRealm: {
    standard: true,
    does: 'body and settings are objects of the function’s own realm, so instanceof works',
  },
  timeLimit: { standard: true, does: 'a request that takes longer than the limit is interrupted' },
  validation: { standard: true, does: 'Segment.* throws a ValidationError when a required field is missing' },
  knownFields: { standard: true, does: 'Segment.* drops top-level fields that it does not know' },
  byReference: { standard: true, does: 'properties and traits changed after the call change what is sent' },
  discardAfterThrow: { standard: true, does: 'calls of a request that throws are not sent' },
  leakAfterThrow: {
    standard: false,
    does: 'calls of a request that throws, and late calls, are sent with the next request',
  },
  messageLimit: { standard: true, does: 'a call over 32 KB is discarded on ingest' },
  ingest: { standard: true, does: 'a call with wrong types is discarded on ingest' },
  deduplication: { standard: true, does: 'a call whose messageId was seen in the last 24 hours is discarded' },
} as const satisfies Record<string, { standard: boolean; does: string }>

/** The name of a rule. */
export type RuleName = keyof typeof rules

/** Which rules apply. */
export type Rules = Readonly<Record<RuleName, boolean>>

/** The default of every rule, except those that `switched` changes. */
export function rulesWith(switched: Partial<Rules> = {}): Rules {
  const names = Object.keys(rules) as RuleName[] // Object.keys returns string[], though `rules` has no other keys
  const entries = names.map((name) => [name, switched[name] ?? rules[name].standard])
  return Object.fromEntries(entries) as Rules // one entry for every name
}
