import { isDeepStrictEqual } from 'node:util'
import { largestCall } from '../../shared/emit/limits'
import type { SegmentCall } from '../runtime/receipt'
import { wrongIds } from './ids'
import { isHolder, spotsOf } from './json-tree'
import { leakIn } from './leaks'
import { holds, marks } from './marks'
import { sharedIds } from './message-ids'
import { isNeverEmitted } from './telltale'
import type { Trial } from './trial'
import type { Attempt } from './tried-function'
import { wrongTypes } from './types'

/** What was looked at in one trial: of each thing undefined, or what is wrong with it. */
export type Verdicts = readonly (string | undefined)[]

/** Something that holds whatever is sent. */
export interface Invariant {
  readonly name: string
  readonly look: (trial: Trial) => Verdicts
}

const ownErrors: ReadonlySet<string> = new Set(['ValidationError', 'InvalidEventPayload', 'EventNotSupported'])

/** All that holds, in the order in which it is looked at. */
export const invariants: readonly Invariant[] = [
  {
    name: 'only Segment’s own error types are thrown',
    look: (trial) =>
      attemptsOf(trial).map(({ error }) =>
        error === null || ownErrors.has(error.name) ? undefined : `${error.name}: ${error.message}`,
      ),
  },
  {
    name: 'a request that throws emits nothing, one that does not something',
    look: (trial) =>
      attemptsOf(trial).map(({ error, calls, discarded }) => {
        const emitted = calls.length + discarded.length
        return (error === null) === emitted > 0 ? undefined : `${error?.name ?? 'no error'}, ${emitted} calls`
      }),
  },
  {
    name: 'no message and no log holds a value of the body',
    look: (trial) => [trial.sent, trial.reordered].flatMap((attempt) => (attempt ? leakIn(attempt, trial) : [])),
  },
  {
    name: 'what is never emitted is nowhere in calls, messages and logs',
    look: ({ sent }) =>
      [...sent.calls, ...sent.lines, sent.error].map((one) => {
        const text = JSON.stringify(one)
        const isTold = holds(text, marks.secret) || holds(text, marks.friend)
        return isTold || (isHolder(one) && spotsOf(one).some(({ key }) => isNeverEmitted(key))) ? text : undefined
      }),
  },
  {
    name: 'the order of keys changes nothing',
    look: ({ sent, reordered }) => (reordered === undefined ? [] : [difference(essence(sent), essence(reordered))]),
  },
  {
    name: 'the body is not modified',
    look: (trial) =>
      attemptsOf(trial).map(({ body, bodyAfter }) => (body === bodyAfter ? undefined : `it became ${bodyAfter}`)),
  },
  {
    name: 'every property and trait has its one type',
    look: (trial) => callsOf(trial).map(wrongTypes),
  },
  {
    name: 'every id is a string that is not blank',
    look: (trial) => callsOf(trial).map(wrongIds),
  },
  {
    name: 'every call has at most 32,000 bytes',
    look: (trial) =>
      callsOf(trial).map(({ type: _, ...message }) => {
        const bytes = Buffer.byteLength(JSON.stringify(message))
        return bytes <= largestCall ? undefined : `${bytes} bytes`
      }),
  },
  {
    name: 'every call is accepted on ingest',
    look: (trial) =>
      attemptsOf(trial).flatMap(({ calls, discarded }) => [
        ...calls.map(() => undefined),
        ...discarded.map(({ reason }) => reason),
      ]),
  },
  {
    name: 'a second delivery has the same message ids',
    look: ({ sent, redelivered }) =>
      redelivered === undefined || isTooDeep(sent)
        ? []
        : [difference(sent.calls.map(idOf), redelivered.calls.map(idOf))],
  },
  { name: 'two different events never share a message id', look: sharedIds },
]

function attemptsOf({ sent, reordered, redelivered, other }: Trial): Attempt[] {
  return [sent, reordered, redelivered, other].filter((attempt) => attempt !== undefined)
}

/** Also those that Segment would discard. */
function callsOf({ sent, other }: Trial): SegmentCall[] {
  return [sent, other].flatMap((attempt) =>
    attempt === undefined ? [] : [...attempt.calls, ...attempt.discarded.map(({ call }) => call)],
  )
}

function essence({ calls, discarded, error, lines }: Attempt): unknown {
  return { calls, discarded, error, lines }
}

/** Perhaps for what tells of the delivery alone, and that differs. */
function isTooDeep({ error }: Attempt): boolean {
  return error?.message.includes('levels of nesting') === true
}

function idOf({ messageId }: SegmentCall): unknown {
  return messageId
}

function difference(one: unknown, other: unknown): string | undefined {
  return isDeepStrictEqual(one, other) ? undefined : `${JSON.stringify(one)} became ${JSON.stringify(other)}`
}
