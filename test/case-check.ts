import type { CaseExpectation } from './case-files'
import type { Members, SentCall } from './functions/property-run'
import type { WholeCall } from './functions/run'
import type { Outcome } from './outcome'

type Check = (wanted: CaseExpectation, calls: readonly WholeCall[], outcomes: readonly Outcome[]) => void

/** Checks what became of a case's requests, in the words of the README of `test/cases`. */
export function checkCase(wanted: CaseExpectation, outcomes: readonly Outcome[]): void {
  const calls = outcomes.flatMap((outcome) => outcome.calls as readonly WholeCall[]) // what the checks go on to look at
  checkErrors(wanted, outcomes)
  for (const check of [checkCalls, checkPaths, checkTexts, checkIds, checkLogs]) check(wanted, calls, outcomes)
}

function checkErrors({ rejected, message = [] }: CaseExpectation, outcomes: readonly Outcome[]): void {
  expect(outcomes.map(({ error }) => error?.name)).toEqual(outcomes.map(() => rejected))
  if (rejected === undefined) return
  for (const { error, calls } of outcomes) {
    expect(calls).toEqual([])
    for (const text of message) expect(error?.message).toContain(text)
  }
}

const checkCalls: Check = ({ track, identify, some = [], counts = {} }, calls) => {
  if (track !== undefined) expect(ofType('track', calls)).toEqual(track.map(like))
  if (identify !== undefined) expect(ofType('identify', calls)).toEqual(identify.map(like))
  for (const entry of some) expect(calls).toContainEqual(like(entry))
  for (const [type, count] of Object.entries(counts)) expect(ofType(type, calls)).toHaveLength(count)
}

/** Matches a call that has each member of the entry, and in its properties, traits and context at least what that has. */
function like(entry: Members): unknown {
  const { properties, traits, context } = entry
  const loose = { ...(isMembers(properties) && { properties: expect.objectContaining(properties) }) }
  const known = { ...(isMembers(traits) && { traits: expect.objectContaining(traits) }) }
  return expect.objectContaining({
    ...entry,
    ...loose,
    ...known,
    ...(isMembers(context) && { context: likeContext(context) }),
  })
}

function likeContext({ traits, ...context }: Members): unknown {
  return expect.objectContaining({ ...context, ...(isMembers(traits) && { traits: expect.objectContaining(traits) }) })
}

const checkPaths: Check = ({ absent = [], present = [] }, calls) => {
  const filled = (path: string) => valuesAt(path, calls).filter((value) => isFilled(value))
  expect(absent.map((path) => [path, filled(path)])).toEqual(absent.map((path) => [path, []]))
  expect(present.map((path) => [path, filled(path).length])).toEqual(
    present.map((path) => [path, valuesAt(path, calls).length]),
  )
}

/** What stands at a path in each call that it is asked of. */
function valuesAt(path: string, calls: readonly WholeCall[]): unknown[] {
  const [, type, index = '', rest = path] = /^(track|identify)\[(\d+)\]\.(.+)$/.exec(path) ?? []
  const asked =
    type === undefined ? callsWith(path, calls) : ofType(type, calls).slice(Number(index), Number(index) + 1)
  if (type !== undefined) expect(asked).toHaveLength(1)
  return asked.map((call) => rest.split('.').reduce<unknown>((at, key) => (isMembers(at) ? at[key] : undefined), call))
}

function callsWith(path: string, calls: readonly WholeCall[]): readonly WholeCall[] {
  if (path.startsWith('properties.')) return ofType('track', calls)
  return path.startsWith('traits.') ? ofType('identify', calls) : calls
}

const checkTexts: Check = ({ nowhere = [], somewhere = [] }, calls, outcomes) => {
  const said = outcomes.map(({ error, warnings, errors }) => [error?.message, warnings, errors])
  const shown = JSON.stringify([calls.map(({ messageId: _, anonymousId: __, ...call }) => call), said])
  // A text stands in JSON as its escapes.
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
  expect(nowhere.filter((text) => shown.includes(inJson(text)))).toEqual([])
  const sent = JSON.stringify(calls)
  expect(somewhere.filter((text) => !sent.includes(inJson(text)))).toEqual([])
}

const checkIds: Check = ({ sameIds, differentIds, sameGuest, differentGuests }, calls) => {
  const tracks = ofType('track', calls)
  const distinct = (ids: readonly unknown[]) => new Set(ids).size
  const guests = tracks.map(({ userId, anonymousId }) => userId ?? anonymousId)
  if (sameIds) {
    expect(distinct(tracks.map(idOf))).toBe(1)
    expect(distinct(ofType('identify', calls).map(idOf))).toBeLessThanOrEqual(1)
  }
  if (differentIds) expect(distinct(calls.map(idOf))).toBe(calls.length)
  if (sameGuest) expect(guests).toEqual(guests.map(() => guests[0]))
  if (differentGuests) expect(distinct(guests)).toBe(guests.length)
}

const checkLogs: Check = ({ errors, warnings, warned = [] }, _calls, outcomes) => {
  const lines = outcomes.flatMap((outcome) => outcome.warnings)
  if (errors !== undefined) expect(outcomes.flatMap((outcome) => outcome.errors)).toHaveLength(errors)
  if (warnings !== undefined) expect(lines).toHaveLength(warnings)
  for (const text of warned) expect(lines).toContainEqual(expect.stringContaining(text))
}

function ofType(type: string, calls: readonly WholeCall[]): readonly WholeCall[] {
  return calls.filter((call) => call.type === type)
}

function idOf({ messageId }: SentCall): string {
  return messageId
}

function isFilled(value: unknown): boolean {
  return value !== undefined && !(isMembers(value) && Object.keys(value).length === 0)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
