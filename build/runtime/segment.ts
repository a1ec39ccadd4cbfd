import { copyPlain } from './copy-plain'
import type { SegmentCallType } from './receipt'
import type { Rules } from './rules'
import { ValidationError } from './segment-errors'

type Fields = Readonly<Record<string, unknown>>
/** A queued message. Its members may be objects of the function's own realm. */
export type Message = Record<string, unknown>

interface Shape {
  required: string[]
  /** Fields that are kept when not empty, by reference. */
  kept: string[]
  /** Whether the call needs a userId or anonymousId and keeps the common fields. */
  tracked: boolean
}

const identifiers = ['userId', 'anonymousId']
const common = [...identifiers, 'context', 'integrations', 'messageId', 'sentAt', 'timestamp']

const shapes: Record<SegmentCallType, Shape> = {
  track: { required: ['event'], kept: ['properties'], tracked: true },
  identify: { required: [], kept: ['traits'], tracked: true },
  group: { required: ['groupId'], kept: ['traits'], tracked: true },
  page: { required: [], kept: ['name', 'properties'], tracked: true },
  screen: { required: [], kept: ['name', 'properties'], tracked: true },
  alias: { required: ['previousId'], kept: [], tracked: true },
  set: { required: ['collection', 'id'], kept: ['properties'], tracked: false },
}

/** The `Segment` global. Its methods queue a message and return it. Without their `this` they throw a TypeError. */
class SegmentGlobal {
  readonly #rules: Rules
  readonly #queue: Message[]

  constructor(rules: Rules, queue: Message[]) {
    this.#rules = rules
    this.#queue = queue
  }

  track(fields: Fields): Message {
    return this.#emit('track', fields)
  }

  identify(fields: Fields): Message {
    return this.#emit('identify', fields)
  }

  group(fields: Fields): Message {
    return this.#emit('group', fields)
  }

  page(fields: Fields): Message {
    return this.#emit('page', fields)
  }

  screen(fields: Fields): Message {
    return this.#emit('screen', fields)
  }

  alias(fields: Fields): Message {
    return this.#emit('alias', fields)
  }

  set(fields: Fields): Message {
    return this.#emit('set', fields)
  }

  #emit(type: SegmentCallType, fields: Fields): Message {
    if (this.#rules.validation) validate(shapes[type], fields)
    const message = build(type, fields, this.#rules)
    this.#queue.push(message)
    return message
  }
}

function validate({ required, tracked }: Shape, fields: Fields): void {
  for (const name of required) {
    // null and 0 pass here; ingest checks the types
    if (fields[name] === undefined || fields[name] === '') throw missing(name)
  }
  if (tracked && !identifiers.some((name) => fields[name])) throw missing(`One of ${identifiers}`)
}

function missing(what: string): ValidationError {
  return new ValidationError(`${what} is required but not defined`)
}

function build(type: SegmentCallType, fields: Fields, rules: Rules): Message {
  const { required, kept, tracked } = shapes[type]
  const message: Message = { type }
  for (const name of required) message[name] = fields[name]
  for (const name of kept) if (fields[name]) message[name] = rules.byReference ? fields[name] : copyPlain(fields[name])
  for (const name of tracked ? common : []) if (fields[name]) message[name] = copyPlain(fields[name])
  return rules.knownFields ? message : { ...fields, ...message }
}

/** The `Segment` global, and the runtime's access to its queued messages. */
export interface SegmentQueue {
  global: object
  /** Empties the queue and returns its messages. */
  take: () => Message[]
}

/** Creates a `Segment` with an empty queue. */
export function createSegment(rules: Rules): SegmentQueue {
  const queue: Message[] = []
  return { global: new SegmentGlobal(rules, queue), take: () => queue.splice(0) }
}
