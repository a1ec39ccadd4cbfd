import { isDeepStrictEqual } from 'node:util'
import type { SegmentCall } from '../../../build/runtime/receipt'
import { largestCall } from '../../../shared/emit/limits'
import { isContainer, spotsOf } from '../json-tree'
import { holdsMark, marks } from '../marks'
import type { Trial } from '../trial'
import type { Attempt } from '../tried-function'
import { isNeverEmitted } from './content'
import { wrongIds } from './ids'
import { leakIn } from './leaks'
import { sharedId } from './message-ids'
import { wrongTypes } from './types'

/** A rule that holds for every input. To add one, add a row here, and a function that breaks it to the test. */
export interface Invariant {
  readonly name: string
  /** Returns what is wrong. Undefined when the invariant holds. */
  readonly check: (trial: Trial) => string | undefined
}

const ownErrors: ReadonlySet<string> = new Set(['ValidationError', 'InvalidEventPayload', 'EventNotSupported'])

/** All invariants, in the order of checking. */
export const invariants: readonly Invariant[] = [
  {
    name: 'only Segment’s own error types are thrown',
    check: (trial) => firstOf(attemptsOf(trial), ({ error }) => foreignError(error)),
  },
  {
    name: 'a request that throws emits nothing, one that does not something',
    check: (trial) =>
      firstOf(attemptsOf(trial), ({ error, calls, discarded }) => {
        const emitted = calls.length + discarded.length
        return (error === null) === emitted > 0 ? undefined : `${error?.name ?? 'no error'}, ${emitted} calls`
      }),
  },
  {
    name: 'no message and no log holds a value of the body',
    check: (trial) => firstOf([trial.sent, trial.reordered], (attempt) => attempt && leakIn(attempt, trial)),
  },
  {
    name: 'what is never emitted is nowhere in calls, messages and logs',
    check: ({ sent }) => firstOf([...sent.calls, ...sent.lines, sent.error], secretIn),
  },
  {
    name: 'the order of keys changes nothing',
    check: ({ sent, reordered }) => reordered && difference(outputOf(sent), outputOf(reordered)),
  },
  {
    name: 'the body is not modified',
    check: (trial) =>
      firstOf(attemptsOf(trial), ({ body, bodyAfter }) => (body === bodyAfter ? undefined : `it became ${bodyAfter}`)),
  },
  { name: 'every property and trait has its one type', check: (trial) => firstOf(callsOf(trial), wrongTypes) },
  { name: 'every id is a string that is not blank', check: (trial) => firstOf(callsOf(trial), wrongIds) },
  { name: 'every call has at most 32,000 bytes', check: (trial) => firstOf(callsOf(trial), excess) },
  {
    name: 'every call is accepted on ingest',
    check: (trial) => attemptsOf(trial).flatMap(({ discarded }) => discarded)[0]?.reason,
  },
  {
    name: 'a second delivery has the same message ids',
    check: ({ sent, redelivered }) =>
      redelivered === undefined || isTooDeep(sent)
        ? undefined
        : difference(sent.calls.map(idOf), redelivered.calls.map(idOf)),
  },
  {
    name: 'a key that nobody knows changes nothing but message ids',
    check: ({ sent, extended }) =>
      extended === undefined || isTooDeep(sent)
        ? undefined
        : difference(sent.calls.flatMap(withoutId), extended.calls.flatMap(withoutId)),
  },
  { name: 'two different events never share a message id', check: sharedId },
]

/** The first broken invariant of a trial, with what is wrong. */
export function brokenInvariant(trial: Trial): string | undefined {
  return firstOf(invariants, ({ name, check }) => {
    const wrong = check(trial)
    return wrong && `${name}: ${wrong}`
  })
}

function firstOf<Item>(items: readonly Item[], check: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const wrong = check(item)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

function attemptsOf({ sent, reordered, redelivered, other, extended }: Trial): Attempt[] {
  return [sent, reordered, redelivered, other, extended].filter((attempt) => attempt !== undefined)
}

/** Includes the calls that Segment would discard. */
function callsOf({ sent, other }: Trial): SegmentCall[] {
  return [sent, other].flatMap((attempt) =>
    attempt === undefined ? [] : [...attempt.calls, ...attempt.discarded.map(({ call }) => call)],
  )
}

function foreignError(error: Attempt['error']): string | undefined {
  return error === null || ownErrors.has(error.name) ? undefined : `${error.name}: ${error.message}`
}

function secretIn(emitted: unknown): string | undefined {
  const text = JSON.stringify(emitted)
  const isMarked = holdsMark(text, marks.secret) || holdsMark(text, marks.friend)
  return isMarked || (isContainer(emitted) && spotsOf(emitted).some(({ key }) => isNeverEmitted(key)))
    ? text
    : undefined
}

function excess({ type: _, ...message }: SegmentCall): string | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(message))
  return bytes <= largestCall ? undefined : `${bytes} bytes`
}

/** A delivery field may make the body too deep, and each delivery has its own fields. */
function isTooDeep({ error }: Attempt): boolean {
  return error?.message.includes('levels of nesting') === true
}

function outputOf({ calls, discarded, error, lines }: Attempt): unknown {
  return { calls, discarded, error, lines }
}

function idOf({ messageId }: SegmentCall): unknown {
  return messageId
}

/** A kept body holds the unknown key, too. */
function withoutId({ messageId: _, ...call }: SegmentCall): unknown[] {
  return call.anonymousId === 'paytronix-kept' ? [] : [call]
}

function difference(one: unknown, other: unknown): string | undefined {
  return isDeepStrictEqual(one, other) ? undefined : `${JSON.stringify(one)} became ${JSON.stringify(other)}`
}
