import { createHash } from 'node:crypto'
import type { Outcome, Request } from '../outcome'
import { bothWays, type Members, type SentCall } from './property-run'

/** Sends a body, as JSON, and whatever else a request has, through the sources and the built script. */
export type Send = (body: unknown, around?: Omit<Request, 'body'>) => Promise<Outcome>

/** A whole call as it goes over the wire. */
export interface WholeCall extends SentCall {
  readonly userId?: string
  readonly anonymousId?: string
  readonly timestamp?: string
}

/** What every call says of its sender; an outcome leaves the version out. */
export const library = { name: 'paytronix-segment-source', version: '…' }

/** The one grammar of messages: where, what was expected, what came instead, what to do. */
export const grammar = /^[\w.[\]]+: expected [^;]+, received [^;]+(?:; .+)?$/

/** To be called once in a file, as it builds the script. */
export function sender(): Send {
  const run = bothWays()
  return (body, around = {}) => run({ ...around, body: JSON.stringify(body) })
}

/** The calls of an outcome. */
export function wholeCalls({ calls }: Outcome): readonly WholeCall[] {
  return calls as readonly WholeCall[] // what every test that looks into a call goes on to check
}

/** The track calls of an outcome. */
export function tracksOf(outcome: Outcome): readonly WholeCall[] {
  return wholeCalls(outcome).filter(({ type }) => type === 'track')
}

/** The message ids of an outcome's calls, in order. */
export function messageIds(outcome: Outcome): readonly string[] {
  expect(outcome.error).toBeNull()
  return wholeCalls(outcome).map(({ messageId }) => messageId)
}

/** The context of a call about nobody whose names or account are known. */
const plainContext = { library }

/** What tells of an account, beside the library. */
export const accountContext = (id: string) => ({
  library,
  externalIds: [{ id, type: 'paytronix_account_id', collection: 'users', encoding: 'none' }],
})

/** A UUID in the form of version 4, as every id of ours is. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const anyMessageId: unknown = expect.stringMatching(uuid)

/** A track call of a guest, in whole, with no properties unless given. */
export const trackCall = (event: string, members: Members = {}) => ({
  type: 'track',
  event,
  properties: {},
  context: plainContext,
  messageId: anyMessageId,
  ...members,
})

/** An anonymous id, reckoned by itself: a UUID in the form of version 4 from a hash of merchant, kind and value. */
export function anonymousIdOf(merchant: string, kind: string, value: string): string {
  const bytes = createHash('sha256').update([merchant, kind, value].join('\0')).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The request was refused with one message of the grammar. */
export const refused = (name: string, message: string | RegExp) => ({
  status: name === 'EventNotSupported' ? 'unsupported' : 'rejected',
  error: { name, message: typeof message === 'string' ? message : expect.stringMatching(message) },
  calls: [],
})

/** The same JSON with the keys of every object in another order: `order` compares keys as `sort` does. */
export function reordered(value: unknown, order: (one: string, other: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => order(one, other))
  return Object.fromEntries(entries.map(([key, member]) => [key, reordered(member, order)]))
}
